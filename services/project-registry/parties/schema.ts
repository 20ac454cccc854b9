// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '2a3fa8b15b66c0e0';
