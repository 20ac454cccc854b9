// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '494455cc72258e8a';
