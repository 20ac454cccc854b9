// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'cebf839e98328c5a';
