// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '9aa3c95298e1a446';
