// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'bafe121a7b22a4fc';
