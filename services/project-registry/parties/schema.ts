// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c2d9b0dc2f86b512';
