/** Other names that people use for units: name (as keys) and its aliases. */
const TABLE = `
ho chi minh: sai gon | hcm
ha noi: hn
ba ria vung tau: vung tau | ba ria
thua thien hue: hue
dak lak: dac lac | daklak | dak lac | dac lak
dak nong: dac nong | daknong
gia lai: gialai
kon tum: kontum | con tum
`;

/** Keys of a unit's bare name, joined by blanks → further names, each as a list of keys. */
export const PLACE_ALIASES: ReadonlyMap<string, readonly string[][]> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [name = '', aliases = ''] = line.split(':');
      return [name.trim(), aliases.split('|').map((alias) => alias.trim().split(' '))];
    }),
);
