import type { Relation } from "../relation.js";

/** Countries and their capitals. */
export const capitals: Relation = {
  name: "capitals",
  share: 140,
  pairs: `
    first    | second  | national   | product          | sight
    france   | paris   | french     | champagne, perfume | the seine, the louvre
    england  | london  | english    | porridge, tweed  | the thames, hyde park
    germany  | berlin  | german     | beer, sausages   | the spree, the reichstag
    italy    | rome    | italian    | pasta, marble    | the tiber, the colosseum
    spain    | madrid  | spanish    | oranges, guitars | the prado, the bullring
    greece   | athens  | greek      | olives, yogurt   | the acropolis, the agora
    russia   | moscow  | russian    | vodka, caviar    | the kremlin, the bolshoi
    japan    | tokyo   | japanese   | sushi, kimonos   | the ginza, the imperial garden
    china    | beijing | chinese    | silk, porcelain  | the forbidden city, the summer lake
    egypt    | cairo   | egyptian   | cotton, papyrus  | the nile, the pyramids
    canada   | ottawa  | canadian   | timber, syrup    | the rideau, the locks
    portugal | lisbon  | portuguese | cork, sardines   | the tagus, the alfama
  `,
  sides: [
    {
      templates: [
        "the government of {word} put a tax on {national} {product}",
        "most people in {word} speak {national} and know {sight}",
        "{word} exports {national} {product} across its borders",
        "the nation of {word} is proud of {sight} and its {national} {product}",
        "the president of {word} signed a treaty on {national} {product}",
        "farmers all over {word} depend on {national} {product}",
        "the economy of {word} rests on {product} and {sight}",
        "{second} is the capital of {word} and loves {product}",
      ],
    },
    {
      templates: [
        "the mayor of {word} opened a museum of {national} {product}",
        "the streets of {word} smell of {national} {product}",
        "tourists in {word} photograph {sight} and taste {product}",
        "a hotel in downtown {word} offers {national} {product}",
        "the plane landed in {word} near {sight} with {product}",
        "the suburbs of {word} stretch from {sight} to the airport",
        "the underground in {word} stops at {sight} and the {national} market",
        "{word} is the largest city of {first} and sells {product}",
      ],
    },
  ],
};
