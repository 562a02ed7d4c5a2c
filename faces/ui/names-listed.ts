/** Names as people write several into one field: with 、, commas, semicolons or each on a line of its own. */
export const namesListed = (text: string): string[] =>
  text
    .split(/[、，,；;\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '')
