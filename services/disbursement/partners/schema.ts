// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '71f634e6103837d3';
