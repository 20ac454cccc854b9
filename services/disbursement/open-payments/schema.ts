// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'ea59408a950e4cb3';
