// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'a421fd40f46f071a';
