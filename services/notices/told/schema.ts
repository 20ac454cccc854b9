// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'b6bdef7b0dc0cb65';
