/** On a large machine Node gives what is new so much room that an idle program holds a fifth more memory than it needs; so it is 8 MB. */
export const LEAN = ['--max-semi-space-size=8'];
