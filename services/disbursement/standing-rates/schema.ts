// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'dacae34a49e9d2c1';
