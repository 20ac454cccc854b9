// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '53e5e1540f4f761d';
