// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '2d4944bd212e3c99';
