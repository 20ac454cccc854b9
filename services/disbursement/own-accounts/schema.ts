// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '7efc20a46a5acd0d';
