// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '6b45a6d3b20f5fa9';
