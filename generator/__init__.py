"""cds-gen: administrative reports from one YAML file, laid out as Nghị định 30/2020/NĐ-CP demands."""
