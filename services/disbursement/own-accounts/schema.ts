// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '44114904e4e1f9d2';
