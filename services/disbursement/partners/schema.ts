// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '5a0b7f1e59a98703';
