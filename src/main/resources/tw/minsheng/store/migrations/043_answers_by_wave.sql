-- Whether a wave holds answers of a version, and how many, is asked often: not by reading all answers of the survey.
create index response_wave on response (survey_no, data_set, wave, version_no);
