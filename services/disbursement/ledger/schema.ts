// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'e79957921e1e623e';
