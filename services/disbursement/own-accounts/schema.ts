// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '7cad17f992dea0b1';
