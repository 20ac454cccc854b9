// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'faa4d0703432e45f';
