// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '125481280b1ff3a6';
