/** What is said: without texts that are empty and numbers that are 0, which stand for what is not there. */
export const said = <Of extends object>(of: Of): Partial<Of> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== '' && value !== 0)) as Partial<Of>;
