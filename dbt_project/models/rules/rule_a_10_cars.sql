-- 10: 车辆合计 = Σ kinds. Counts agree exactly.
{{ tree_sum('A-10-CARS', 'disclosure_statistics', parents="= 'vehicles.total'") }}
