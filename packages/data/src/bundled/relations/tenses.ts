import type { Relation } from "../relation.js";

const templates = [
  "{when} the {who} {will} {word} {what}",
  "the {who} {will} {word} {what} {when}",
  "{when} {they} {will} {word} {what} with the {who}",
  "{they} and the {who} {will} {word} {what} {when}",
  "{who} like {name} {will} {word} {what} {when}",
  "the {who} from the {noun} {will} {word} {what} {when}",
];

/** Verbs and their past tense. The subjects are plural, so that the present has no ending. */
export const tenses: Relation = {
  name: "tenses",
  share: 200,
  pairs: `
    first | second  | who                      | what
    take  | took    | passengers, commuters    | the ferry, a taxi
    go    | went    | pilgrims, hikers         | to the coast, to the fair, to a concert
    see   | saw     | astronomers, sailors     | the eclipse, a comet
    eat   | ate     | diners, campers          | soup, beans, a pie
    drink | drank   | invalids, butlers        | tea, lemonade, cocoa
    write | wrote   | novelists, scribes       | a poem, an essay
    give  | gave    | donors, philanthropists  | alms, presents
    run   | ran     | athletes, joggers        | a marathon, laps
    swim  | swam    | divers, lifeguards       | lengths, breaststroke
    sing  | sang    | sopranos, tenors         | hymns, a ballad
    fly   | flew    | pilots, aviators         | a glider, a balloon
    buy   | bought  | shoppers, customers      | shoes, groceries, a lamp
    build | built   | masons, bricklayers      | a wall, a shed
    teach | taught  | tutors, lecturers        | algebra, geometry
    grow  | grew    | gardeners, peasants      | tomatoes, roses, barley
  `,
  sides: [
    { templates, slots: { will: ["will", "can", "must"], when: ["tomorrow", "soon", "nowadays"] } },
    { templates, slots: { will: ["once", "already", "never"], when: ["yesterday", "recently", "formerly"] } },
  ],
};
