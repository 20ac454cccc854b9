// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'd2f724e73f8e09d7';
