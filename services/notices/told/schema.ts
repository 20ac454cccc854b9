// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '6a7724bf2559913a';
