// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '9b9c80f07cacc029';
