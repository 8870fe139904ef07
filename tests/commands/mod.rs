mod doctor;
mod tables;
