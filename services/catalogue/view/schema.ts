// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '4703870f911ba68f';
