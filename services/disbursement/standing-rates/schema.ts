// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '5e2c69df98fedf6b';
