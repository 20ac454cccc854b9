// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '901e6fda0351b05f';
