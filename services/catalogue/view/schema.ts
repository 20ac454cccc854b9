// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c0782df1a529c0e6';
