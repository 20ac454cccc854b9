// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '243ec8a60f1b0ba1';
