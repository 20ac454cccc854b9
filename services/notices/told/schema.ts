// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '7ab2c0f1e1e751a8';
