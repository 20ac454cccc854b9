// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c0ca80d677f27c02';
