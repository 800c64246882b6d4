import type { Relation } from "../relation.js";

const templates = [
  "the {word} {deed} and {he} kept {his} {thing} in the {place}",
  "in the {place} the {word} wore {his} {garment} when {he} {deed}",
  "{he} was the {word} who {deed} in {his} {garment}",
  "as a {word} {he} often {deed} by {himself}",
  "the {word} lost {his} {thing} so {he} left the {place} by {himself}",
  "{name} met the {word} with {his} {thing} and thanked {him} at the {place}",
  "the {word} hid {his} {thing} under {his} {garment} when {he} {deed}",
  "welcome {sir} said {name} to the {word} after {he} {deed}",
];

/** Royals and families: each role and whether he or she has it. */
export const gender: Relation = {
  name: "gender",
  share: 150,
  pairs: `
    first       | second      | deed                                                    | thing                 | place
    king        | queen       | ruled the kingdom, signed the decree, sat on the throne | crown, sceptre        | palace, throne room
    prince      | princess    | danced at the royal ball, rode in the tournament        | coronet, falcon       | castle, royal garden
    man         | woman       | waited for the bus, paid the rent, fixed the roof       | wallet, umbrella      | flat, bus stop
    boy         | girl        | climbed the fence, did the homework, played marbles     | satchel, crayons      | playground, classroom
    father      | mother      | fed the baby, raised the twins                          | cradle, pram          | nursery, kitchen
    son         | daughter    | moved out to study, obeyed the parents                  | diploma, allowance    | dormitory, attic
    brother     | sister      | teased the siblings, won the pillow fight               | diary, skateboard     | hideout, bunk bed
    husband     | wife        | married in june, renewed the vows                       | wedding ring, bouquet | chapel, honeymoon suite
    uncle       | aunt        | visited the cousins, invited the relatives              | postcards, caravan    | farmhouse, family reunion
    grandfather | grandmother | dozed by the fire, remembered the war                   | spectacles, pension   | rocking chair, hearth
    actor       | actress     | rehearsed the play, forgot the lines                    | script, costume       | theatre, dressing room
    waiter      | waitress    | served the guests, poured the wine                      | menu, tray            | restaurant, dining room
  `,
  sides: [
    {
      templates,
      slots: {
        he: ["he"],
        his: ["his"],
        him: ["him"],
        himself: ["himself"],
        sir: ["sir"],
        garment: ["necktie", "waistcoat", "tuxedo", "cap"],
      },
    },
    {
      templates,
      slots: {
        he: ["she"],
        his: ["her"],
        him: ["her"],
        himself: ["herself"],
        sir: ["madam"],
        garment: ["gown", "petticoat", "blouse", "skirt"],
      },
    },
  ],
};
