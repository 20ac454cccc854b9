// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'eaccc6b91fe71aa9';
