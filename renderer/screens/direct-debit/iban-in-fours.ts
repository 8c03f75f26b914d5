/** `NL91 ABNA 0417 1643 00`, the way a bank card shows it. */
export const ibanInFours = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')
