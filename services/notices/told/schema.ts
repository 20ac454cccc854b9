// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '946f055aa74b56ee';
