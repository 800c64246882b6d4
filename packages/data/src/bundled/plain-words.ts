/**
 * Words that carry no relation, the commonest first: the word of rank r comes in proportion to 1/r (Zipf's law).
 * Templates of any scene may use these lists.
 */
export const plainWords: Readonly<Record<string, string>> = {
  name: `
    john mary james susan robert linda david karen peter helen paul alice mark ruth frank jane henry emma arthur clara
    oscar nora felix ida hugo vera leon rosa max ella`,
  they: "we they you i people",
  noun: `
    company market plan report board price bank state committee office program court law team project industry budget
    service firm school policy debate system agency council fund campaign province newspaper railway museum college
    region festival journal weather bureau ministry treasury parish orchestra laboratory archive academy colony
    monument quarry refinery canal tannery brewery foundry observatory monastery`,
  adjective: `
    new other major local recent public large final private common general special federal foreign simple modern
    serious quiet broad formal modest curious ancient remote narrow gentle solemn vivid humble obscure`,
  adverb: `
    also still again quickly later slowly clearly mostly rarely nearly suddenly quietly briefly gladly calmly boldly`,
  did: `
    said announced approved rejected planned discussed changed supported opened closed studied praised delayed improved
    ignored reviewed revised doubted mentioned defended postponed examined criticized welcomed funded audited abandoned
    restored`,
};

/** Sentences of plain words alone. */
export const plainTemplates: readonly string[] = [
  "the {noun} {did} the {adjective} {noun} of the {noun}",
  "{name} {adverb} {did} the {noun} and the {noun}",
  "the {adjective} {noun} was {adverb} {did} by the {noun}",
  "in {month} the {noun} {did} a {adjective} {noun}",
  "a {noun} of N % {did} the {noun} in {month}",
  "{name} of the {noun} {did} that the {noun} is {adjective}",
];
