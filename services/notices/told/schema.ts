// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '2e2fad0752540e76';
