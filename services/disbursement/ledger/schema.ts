// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '22d3613af5d6bd7a';
