// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'a24760f26ab970e3';
