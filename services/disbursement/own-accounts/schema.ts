// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '94ed64ea4acf0a3a';
