/** The fields of a message without empty texts and zeros, which mean that there is no value. */
export const said = <Of extends object>(of: Of): Partial<Of> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== '' && value !== 0)) as Partial<Of>;
