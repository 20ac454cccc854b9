// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c429a03e3e6472cd';
