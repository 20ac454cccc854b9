// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'b0d0e626c206fee8';
