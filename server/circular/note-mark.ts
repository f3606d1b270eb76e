/** What the number of a note in the text leads to. */
export const noteMark = (number: number): string => `note-${number}`;
