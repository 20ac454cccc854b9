// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c5ccf7c4ed556c88';
