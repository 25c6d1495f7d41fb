-- The audit, as dbt compiles it. Made by `python -m orchestration.compile_audit`: do not edit.
-- Give it a database with the schema `raw` of some filings; it makes the rest.

create schema if not exists audit;
create schema if not exists intermediate;
create schema if not exists marts;
create schema if not exists seeds;
create schema if not exists staging;

create table seeds.rules as
select cast(rule_id as varchar) as rule_id, cast(family as varchar) as family, cast(severity as varchar) as severity, cast(soft as boolean) as soft, cast(name_zh as varchar) as name_zh, cast(name_en as varchar) as name_en, cast(message_zh as varchar) as message_zh, cast(message_en as varchar) as message_en, cast(forms as varchar) as forms, cast(fy_from as integer) as fy_from, cast(fy_to as integer) as fy_to, cast(scopes as varchar) as scopes, cast(tolerance as varchar) as tolerance, cast(look_at_zh as varchar) as look_at_zh, cast(look_at_en as varchar) as look_at_en, cast(shows as varchar) as shows, cast(half_steps as integer) as half_steps, cast(when_absent as varchar) as when_absent, cast(needs_neighbour as boolean) as needs_neighbour, cast(speaks_of as varchar) as speaks_of
from (values
    ('A-01-INC', 'A', 'error', 'false', '本年收入合计＝各项收入之和', 'Total income is the sum of its sources', '应有：本年收入合计＝各项收入之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Total income is the sum of its sources. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_expenditure_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-01-EXP', 'A', 'error', 'false', '本年支出合计＝各类支出之和', 'Total expenditure is the sum of its classes', '应有：本年支出合计＝各类支出之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Total expenditure is the sum of its classes. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_expenditure_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-01-TOTI', 'A', 'error', 'false', '收入总计＝本年收入＋使用结余＋年初结转', 'Grand total of income is income, surplus used and opening balance', '应有：收入总计＝本年收入＋使用结余＋年初结转。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Grand total of income is income, surplus used and opening balance. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_expenditure_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-01-TOTE', 'A', 'error', 'false', '支出总计＝本年支出＋结余分配＋年末结转', 'Grand total of expenditure is expenditure, surplus distributed and closing balance', '应有：支出总计＝本年支出＋结余分配＋年末结转。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Grand total of expenditure is expenditure, surplus distributed and closing balance. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_expenditure_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-01-BAL', 'A', 'error', 'false', '收入总计＝支出总计', 'Both grand totals are equal', '收入总计 {left} 与支出总计 {right} 不相等，相差 {difference}。', 'The grand total of income {left} and that of expenditure {right} are {difference} apart. ', 'income_expenditure_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-02-V', 'A', 'error', 'false', '收入决算表：上级科目＝下级科目之和', 'Form 02: each row is the sum of the rows below it', '应有：收入决算表：上级科目＝下级科目之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 02: each row is the sum of the rows below it. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_by_function', null, null, null, '< (n + 1) × u / 2', '核对该科目及其全部下级科目；常见原因是漏行、错行或下级金额录错', 'The row and all rows below it: a row left out, a row shifted or a wrong amount below', 'sum', '1', 'not_evaluated', 'false', 'tables'),
    ('A-02-H', 'A', 'error', 'false', '收入决算表：合计栏＝各栏之和', 'Form 02: the total column is the sum of the columns', '应有：收入决算表：合计栏＝各栏之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 02: the total column is the sum of the columns. {left} is printed, the parts add up to {right}, {difference} apart. ', 'income_by_function', null, null, null, '< (n + 1) × u / 2', '核对该行各栏；常见原因是整组错列', 'The columns of the row: often a group of columns is shifted', 'row', '1', 'not_evaluated', 'false', 'tables'),
    ('A-03-V', 'A', 'error', 'false', '支出决算表：上级科目＝下级科目之和', 'Form 03: each row is the sum of the rows below it', '应有：支出决算表：上级科目＝下级科目之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 03: each row is the sum of the rows below it. {left} is printed, the parts add up to {right}, {difference} apart. ', 'expenditure_by_function', null, null, null, '< (n + 1) × u / 2', '核对该科目及其全部下级科目；常见原因是漏行、错行或下级金额录错', 'The row and all rows below it: a row left out, a row shifted or a wrong amount below', 'sum', '1', 'not_evaluated', 'false', 'tables'),
    ('A-03-H', 'A', 'error', 'false', '支出决算表：合计栏＝各栏之和', 'Form 03: the total column is the sum of the columns', '应有：支出决算表：合计栏＝各栏之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 03: the total column is the sum of the columns. {left} is printed, the parts add up to {right}, {difference} apart. ', 'expenditure_by_function', null, null, null, '< (n + 1) × u / 2', '核对该行各栏；常见原因是整组错列', 'The columns of the row: often a group of columns is shifted', 'row', '1', 'not_evaluated', 'false', 'tables'),
    ('A-04-INC', 'A', 'error', 'false', '财政拨款本年收入＝三本预算之和', 'Appropriation of the year is the sum of the three budgets', '应有：财政拨款本年收入＝三本预算之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Appropriation of the year is the sum of the three budgets. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-04-EXP', 'A', 'error', 'false', '财政拨款本年支出＝各类支出之和', 'Appropriation spent is the sum of its classes', '应有：财政拨款本年支出＝各类支出之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Appropriation spent is the sum of its classes. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-04-H', 'A', 'error', 'false', '财政拨款支出：合计＝一般＋基金＋国资', 'Appropriation by fund: the total is the sum of the three budgets', '应有：财政拨款支出：合计＝一般＋基金＋国资。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Appropriation by fund: the total is the sum of the three budgets. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-04-OPEN', 'A', 'error', 'false', '年初财政拨款结转＝三本预算结转之和', 'Opening balance of appropriation is the sum of the three budgets', '应有：年初财政拨款结转＝三本预算结转之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Opening balance of appropriation is the sum of the three budgets. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-04-TOTI', 'A', 'error', 'false', '财政拨款收入总计＝本年收入＋年初结转', 'Grand total of appropriation is income and opening balance', '应有：财政拨款收入总计＝本年收入＋年初结转。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Grand total of appropriation is income and opening balance. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-04-TOTE', 'A', 'error', 'false', '财政拨款支出总计＝本年支出＋年末结转', 'Grand total of appropriation is expenditure and closing balance', '应有：财政拨款支出总计＝本年支出＋年末结转。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Grand total of appropriation is expenditure and closing balance. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-04-BAL', 'A', 'error', 'false', '财政拨款收入总计＝支出总计', 'Both grand totals of appropriation are equal', '财政拨款收入总计 {left} 与支出总计 {right} 不相等，相差 {difference}。', 'The grand total of appropriation received {left} and that of appropriation spent {right} are {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-04-TOTF', 'A', 'error', 'false', '财政拨款支出总计各栏＝本年支出＋年末结转', 'Grand total of each budget is expenditure and closing balance', '应有：财政拨款支出总计各栏＝本年支出＋年末结转。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Grand total of each budget is expenditure and closing balance. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-04-BALF', 'A', 'error', 'false', '各本预算：本年收入＋年初结转＝总计', 'Each budget: income and opening balance make its grand total', '应有：各本预算：本年收入＋年初结转＝总计。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Each budget: income and opening balance make its grand total. {left} is printed, the parts add up to {right}, {difference} apart. ', 'appropriation_summary', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-05-V', 'A', 'error', 'false', '一般公共预算财政拨款支出决算表：上级科目＝下级科目之和', 'Form 05: each row is the sum of the rows below it', '应有：一般公共预算财政拨款支出决算表：上级科目＝下级科目之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 05: each row is the sum of the rows below it. {left} is printed, the parts add up to {right}, {difference} apart. ', 'general_budget_by_function', null, null, null, '< (n + 1) × u / 2', '核对该科目及其全部下级科目；常见原因是漏行、错行或下级金额录错', 'The row and all rows below it: a row left out, a row shifted or a wrong amount below', 'sum', '1', 'not_evaluated', 'false', 'tables'),
    ('A-05-H', 'A', 'error', 'false', '一般公共预算财政拨款支出决算表：合计栏＝各栏之和', 'Form 05: the total column is the sum of the columns', '应有：一般公共预算财政拨款支出决算表：合计栏＝各栏之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 05: the total column is the sum of the columns. {left} is printed, the parts add up to {right}, {difference} apart. ', 'general_budget_by_function', null, null, null, '< (n + 1) × u / 2', '核对该行各栏；常见原因是整组错列', 'The columns of the row: often a group of columns is shifted', 'row', '1', 'not_evaluated', 'false', 'tables'),
    ('A-05-ROW', 'A', 'warn', 'false', '一般公共预算财政拨款支出决算表：年初＋本年收入＝本年支出＋年末', 'Form 05: opening balance and income make expenditure and closing balance', '一般公共预算财政拨款支出决算表：年初与本年收入之和 {left}，本年支出与年末之和 {right}，相差 {difference}。', 'Form 05: opening balance and income make {left}, expenditure and closing balance {right}, {difference} apart. ', 'general_budget_by_function', null, null, null, '< (n + 1) × u / 2', '收回存量资金、调整年初数会使其不等，请核对有无说明', 'Recovered balances and adjustments explain a difference: look for a note', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-06-SUM', 'A', 'error', 'false', '经济分类：类＝款之和', 'Economic classes are the sums of their groups', '应有：经济分类：类＝款之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Economic classes are the sums of their groups. {left} is printed, the parts add up to {right}, {difference} apart. ', 'basic_expenditure_by_economic', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-06-PERS', 'A', 'error', 'false', '人员经费合计＝301＋303', 'Personnel expenditure is 301 and 303', '应有：人员经费合计＝301＋303。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Personnel expenditure is 301 and 303. {left} is printed, the parts add up to {right}, {difference} apart. ', 'basic_expenditure_by_economic', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-06-PUB', 'A', 'error', 'false', '公用经费合计＝302＋307＋310＋312＋313＋399', 'Office expenditure is 302, 307, 310, 312, 313 and 399', '应有：公用经费合计＝302＋307＋310＋312＋313＋399。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Office expenditure is 302, 307, 310, 312, 313 and 399. {left} is printed, the parts add up to {right}, {difference} apart. ', 'basic_expenditure_by_economic', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-06-TOT', 'A', 'error', 'false', '基本支出合计＝人员经费＋公用经费', 'Basic expenditure is personnel and office expenditure', '应有：基本支出合计＝人员经费＋公用经费。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Basic expenditure is personnel and office expenditure. {left} is printed, the parts add up to {right}, {difference} apart. ', 'basic_expenditure_by_economic', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-07-V', 'A', 'error', 'false', '政府性基金预算财政拨款收入支出决算表：上级科目＝下级科目之和', 'Form 07: each row is the sum of the rows below it', '应有：政府性基金预算财政拨款收入支出决算表：上级科目＝下级科目之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 07: each row is the sum of the rows below it. {left} is printed, the parts add up to {right}, {difference} apart. ', 'government_fund_by_function', null, null, null, '< (n + 1) × u / 2', '核对该科目及其全部下级科目；常见原因是漏行、错行或下级金额录错', 'The row and all rows below it: a row left out, a row shifted or a wrong amount below', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-07-H', 'A', 'error', 'false', '政府性基金预算财政拨款收入支出决算表：合计栏＝各栏之和', 'Form 07: the total column is the sum of the columns', '应有：政府性基金预算财政拨款收入支出决算表：合计栏＝各栏之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 07: the total column is the sum of the columns. {left} is printed, the parts add up to {right}, {difference} apart. ', 'government_fund_by_function', null, null, null, '< (n + 1) × u / 2', '核对该行各栏；常见原因是整组错列', 'The columns of the row: often a group of columns is shifted', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-07-ROW', 'A', 'warn', 'false', '政府性基金预算财政拨款收入支出决算表：年初＋本年收入＝本年支出＋年末', 'Form 07: opening balance and income make expenditure and closing balance', '政府性基金预算财政拨款收入支出决算表：年初与本年收入之和 {left}，本年支出与年末之和 {right}，相差 {difference}。', 'Form 07: opening balance and income make {left}, expenditure and closing balance {right}, {difference} apart. ', 'government_fund_by_function', null, null, null, '< (n + 1) × u / 2', '收回存量资金、调整年初数会使其不等，请核对有无说明', 'Recovered balances and adjustments explain a difference: look for a note', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-08-V', 'A', 'error', 'false', '国有资本经营预算财政拨款支出决算表：上级科目＝下级科目之和', 'Form 08: each row is the sum of the rows below it', '应有：国有资本经营预算财政拨款支出决算表：上级科目＝下级科目之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 08: each row is the sum of the rows below it. {left} is printed, the parts add up to {right}, {difference} apart. ', 'state_capital_by_function', '2019', null, null, '< (n + 1) × u / 2', '核对该科目及其全部下级科目；常见原因是漏行、错行或下级金额录错', 'The row and all rows below it: a row left out, a row shifted or a wrong amount below', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-08-H', 'A', 'error', 'false', '国有资本经营预算财政拨款支出决算表：合计栏＝各栏之和', 'Form 08: the total column is the sum of the columns', '应有：国有资本经营预算财政拨款支出决算表：合计栏＝各栏之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Form 08: the total column is the sum of the columns. {left} is printed, the parts add up to {right}, {difference} apart. ', 'state_capital_by_function', '2019', null, null, '< (n + 1) × u / 2', '核对该行各栏；常见原因是整组错列', 'The columns of the row: often a group of columns is shifted', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-08-ROW', 'A', 'warn', 'false', '国有资本经营预算财政拨款支出决算表：年初＋本年收入＝本年支出＋年末', 'Form 08: opening balance and income make expenditure and closing balance', '国有资本经营预算财政拨款支出决算表：年初与本年收入之和 {left}，本年支出与年末之和 {right}，相差 {difference}。', 'Form 08: opening balance and income make {left}, expenditure and closing balance {right}, {difference} apart. ', 'state_capital_by_function', '2019', null, null, '< (n + 1) × u / 2', '收回存量资金、调整年初数会使其不等，请核对有无说明', 'Recovered balances and adjustments explain a difference: look for a note', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-09', 'A', 'error', 'false', '“三公”经费合计＝各项之和', 'Three public expenses are the sum of their items', '应有：“三公”经费合计＝各项之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Three public expenses are the sum of their items. {left} is printed, the parts add up to {right}, {difference} apart. ', 'three_public', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('A-10-PROC', 'A', 'error', 'false', '政府采购合计＝货物＋工程＋服务', 'Procurement is goods, works and services', '应有：政府采购合计＝货物＋工程＋服务。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Procurement is goods, works and services. {left} is printed, the parts add up to {right}, {difference} apart. ', 'disclosure_statistics', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_applicable', 'false', 'tables'),
    ('A-10-CARS', 'A', 'error', 'false', '车辆合计＝各类车辆之和', 'Vehicles are the sum of their kinds', '应有：车辆合计＝各类车辆之和。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Vehicles are the sum of their kinds. {left} is printed, the parts add up to {right}, {difference} apart. ', 'disclosure_statistics', null, null, null, '0', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_applicable', 'false', 'tables'),
    ('B-01-02', 'B', 'error', 'false', '总表与收入表：本年收入合计', 'Forms 01 and 02: total income', '总表与收入表：本年收入合计应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 02: total income should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;income_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-01-02F', 'B', 'error', 'false', '总表与收入表：财政拨款收入', 'Forms 01 and 02: fiscal appropriation', '总表与收入表：财政拨款收入应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 02: fiscal appropriation should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;income_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-01-02C', 'B', 'error', 'false', '总表与收入表：其他各项收入', 'Forms 01 and 02: the other sources', '总表与收入表：其他各项收入应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 02: the other sources should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;income_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-01-03', 'B', 'error', 'false', '总表与支出表：本年支出合计', 'Forms 01 and 03: total expenditure', '总表与支出表：本年支出合计应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 03: total expenditure should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;expenditure_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-01-03L', 'B', 'error', 'false', '总表与支出表：各类支出', 'Forms 01 and 03: each function class', '总表与支出表：各类支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 03: each function class should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;expenditure_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-01-04', 'B', 'error', 'false', '总表与财政拨款总表：三本预算收入', 'Forms 01 and 04: income of the three budgets', '总表与财政拨款总表：三本预算收入应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 01 and 04: income of the three budgets should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;appropriation_summary', null, null, null, '< u', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-01-04L', 'B', 'error', 'false', '财政拨款各类支出不超过总表', 'Forms 04 and 01: appropriation spent on a class is within the class', '应有：财政拨款各类支出不超过总表。前者 {left}，后者 {right}，多出 {difference}。', 'Expected: Forms 04 and 01: appropriation spent on a class is within the class. {left} exceeds {right} by {difference}. ', 'income_expenditure_summary;appropriation_summary', null, null, null, '< u', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('B-01-04S', 'B', 'error', 'false', '财政拨款年初、年末结转不超过总表', 'Forms 04 and 01: balances of appropriation are within the balances', '应有：财政拨款年初、年末结转不超过总表。前者 {left}，后者 {right}，多出 {difference}。', 'Expected: Forms 04 and 01: balances of appropriation are within the balances. {left} exceeds {right} by {difference}. ', 'income_expenditure_summary;appropriation_summary', null, null, null, '< u', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_evaluated', 'false', 'tables'),
    ('B-02-03', 'B', 'info', 'true', '收入表与支出表：各科目收支', 'Forms 02 and 03: income and expenditure of each code', '收入表与支出表：各科目收支应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 02 and 03: income and expenditure of each code should agree: {left} here, {right} there, {difference} apart. ', 'income_expenditure_summary;income_by_function;expenditure_by_function', null, null, null, '≤ u', '无结转结余的单位，各科目收入通常等于支出', 'Without carry-over the income of a code is usually spent on it', null, '1', 'not_evaluated', 'false', 'tables'),
    ('B-02-04', 'B', 'error', 'false', '收入表与财政拨款总表：财政拨款收入', 'Forms 02 and 04: fiscal appropriation', '收入表与财政拨款总表：财政拨款收入应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 02 and 04: fiscal appropriation should agree: {left} here, {right} there, {difference} apart. ', 'income_by_function;appropriation_summary', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-03-05', 'B', 'error', 'false', '支出表各科目不小于三本预算支出之和', 'Forms 05, 07 and 08 are within form 03', '财政拨款支出 {left} 与支出决算表 {right} 不符，相差 {difference}。', 'Appropriation spent {left} does not agree with expenditure {right}, {difference} apart. ', 'expenditure_by_function;general_budget_by_function', null, null, null, '< 2 u (R2: < (n + 1) × u)', '支出表应包含一般公共预算、政府性基金和国有资本经营预算的全部支出', 'Form 03 holds all that forms 05, 07 and 08 hold', null, '2', 'not_evaluated', 'false', 'tables'),
    ('B-04-05', 'B', 'error', 'false', '财政拨款总表与一般公共预算表：本年支出', 'Forms 04 and 05: expenditure of the general budget', '财政拨款总表与一般公共预算表：本年支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 05: expenditure of the general budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;general_budget_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-04-05L', 'B', 'error', 'false', '财政拨款总表与一般公共预算表：各类支出', 'Forms 04 and 05: each function class of the general budget', '财政拨款总表与一般公共预算表：各类支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 05: each function class of the general budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;general_budget_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-04-07', 'B', 'error', 'false', '财政拨款总表与政府性基金表：支出、收入和结转', 'Forms 04 and 07: the government fund budget', '财政拨款总表与政府性基金表：支出、收入和结转应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 07: the government fund budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;government_fund_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-04-07L', 'B', 'error', 'false', '财政拨款总表与政府性基金表：各类支出', 'Forms 04 and 07: each function class of the government fund budget', '财政拨款总表与政府性基金表：各类支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 07: each function class of the government fund budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;government_fund_by_function', null, null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-04-08', 'B', 'error', 'false', '财政拨款总表与国有资本经营预算表：支出', 'Forms 04 and 08: the state capital budget', '财政拨款总表与国有资本经营预算表：支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 08: the state capital budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;state_capital_by_function', '2019', null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-04-08L', 'B', 'error', 'false', '财政拨款总表与国有资本经营预算表：各类支出', 'Forms 04 and 08: each function class of the state capital budget', '财政拨款总表与国有资本经营预算表：各类支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 04 and 08: each function class of the state capital budget should agree: {left} here, {right} there, {difference} apart. ', 'appropriation_summary;state_capital_by_function', '2019', null, null, '< u (R2: < (n + 1) × u / 2)', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-05-06', 'B', 'error', 'false', '一般公共预算基本支出＝人员经费＋公用经费', 'Forms 05 and 06: basic expenditure', '应有：一般公共预算基本支出＝人员经费＋公用经费。公布数为 {left}，各项之和为 {right}，相差 {difference}。', 'Expected: Forms 05 and 06: basic expenditure is personnel and office expenditure. {left} is printed, the parts add up to {right}, {difference} apart. ', 'general_budget_by_function;basic_expenditure_by_economic', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', 'copy', '1', 'not_evaluated', 'false', 'tables'),
    ('B-06-09', 'B', 'error', 'false', '基本支出中的“三公”科目不超过“三公”决算', 'Forms 06 and 09: three public items of basic expenditure are within the total', '应有：基本支出中的“三公”科目不超过“三公”决算。前者 {left}，后者 {right}，多出 {difference}。', 'Expected: Forms 06 and 09: three public items of basic expenditure are within the total. {left} exceeds {right} by {difference}. ', 'basic_expenditure_by_economic;three_public', null, null, null, '< u', '“三公”表包含基本支出和项目支出，不应小于基本支出明细', 'Form 09 holds basic and project expenditure: it cannot be less than the item of form 06', null, '1', 'not_evaluated', 'false', 'tables'),
    ('B-06-10', 'B', 'warn', 'false', '机关运行经费不超过公用经费', 'Forms 10 and 06: operating cost is within office expenditure', '应有：机关运行经费不超过公用经费。前者 {left}，后者 {right}，多出 {difference}。', 'Expected: Forms 10 and 06: operating cost is within office expenditure. {left} exceeds {right} by {difference}. ', 'basic_expenditure_by_economic;disclosure_statistics', null, null, null, '< (n + 1) × u / 2', '对照原表逐项核对列出的单元格', 'The listed cells in the printed table', null, '1', 'not_applicable', 'false', 'tables'),
    ('B-06-F', 'B', 'info', 'true', '社保缴费和住房公积金：经济分类与功能分类', 'Forms 06 and 05: insurance contributions and housing fund', '社保缴费和住房公积金：经济分类与功能分类应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 06 and 05: insurance contributions and housing fund should agree: {left} here, {right} there, {difference} apart. ', 'general_budget_by_function;basic_expenditure_by_economic', null, null, null, '≤ (n + 1) × u / 2', '常见而非必然的对应关系，仅供参考', 'A common relation, no identity', null, '1', 'not_evaluated', 'false', 'tables'),
    ('B-06-F2', 'B', 'info', 'true', '对个人和家庭的补助与离退休支出', 'Forms 06 and 05: 303 and retirees', '对个人和家庭的补助与离退休支出应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 06 and 05: 303 and retirees should agree: {left} here, {right} there, {difference} apart. ', 'general_budget_by_function;basic_expenditure_by_economic', null, null, null, '≤ (n + 1) × u / 2', '常见而非必然的对应关系，仅供参考', 'A common relation, no identity', null, '1', 'not_evaluated', 'false', 'tables'),
    ('B-06-F3', 'B', 'info', 'true', '医疗缴费与行政事业单位医疗', 'Forms 06 and 05: medical insurance', '医疗缴费与行政事业单位医疗应一致：一处为 {left}，另一处为 {right}，相差 {difference}。', 'Forms 06 and 05: medical insurance should agree: {left} here, {right} there, {difference} apart. ', 'general_budget_by_function;basic_expenditure_by_economic', null, null, null, '≤ (n + 1) × u / 2', '常见而非必然的对应关系，仅供参考', 'A common relation, no identity', null, '1', 'not_evaluated', 'false', 'tables'),
    ('S-RUN', 'S', 'info', 'true', '行政运行不列项目支出', 'Administration carries no project expenditure', '行政运行列有项目支出 {left}。', '行政运行 (administration) carries project expenditure of {left}. ', 'general_budget_by_function', null, null, null, '0', '行政运行一般只列基本支出', 'Administration usually holds basic expenditure alone', null, '1', 'not_evaluated', 'false', 'tables'),
    ('S-ANNUITY', 'S', 'info', 'true', '职业年金约为养老保险的一半', 'Annuity is about half of pension insurance', '职业年金与养老保险缴费之比不在 0.4 至 0.6 之间。', 'Annuity is not between 0.4 and 0.6 of pension insurance. ', 'basic_expenditure_by_economic', null, null, null, '0.4 … 0.6', '可能有欠缴、补缴或新设单位', 'Arrears, back payments or a new unit', null, '1', 'not_evaluated', 'false', 'tables'),
    ('Y-OPEN', 'Y', 'warn', 'false', '年初结转＝上年年末结转', 'Opening balances are the closing balances of the year before', '年初结转 {left} 与上年年末结转 {right} 不一致，相差 {difference}。', 'The opening balance {left} is not the closing balance of the year before {right}, {difference} apart. ', 'income_expenditure_summary;appropriation_summary', null, null, null, '< u', '年初调整（差错更正、收回存量资金、单位划转）应有说明', 'Adjustments of the opening balance (corrections, recovered balances, transfers of units) should be explained', null, '1', 'not_evaluated', 'true', 'tables'),
    ('U-SUM', 'U', 'warn', 'false', '所属单位之和不超过部门', 'The units of a department are within the department', '所属单位之和 {left} 与部门 {right} 不符，相差 {difference}。', 'The units add up to {left}, the department prints {right}, {difference} apart. ', 'general_budget_by_function', null, null, 'department', '< (n + 1) × u / 2', '部门决算应包含全部所属单位；内部往来应已抵销', 'The department holds all its units, less what passes between them', null, '1', 'not_evaluated', 'true', 'tables'),
    ('N-T', 'N', 'error', 'false', '文字说明的数与表中一致', 'An amount of the text is that of the form', '{name}：文字说明为 {printed}，表中为 {expected}。', '{name}: the text says {printed}, the form prints {expected}. ', null, null, null, null, 'intervals of the printed values', '对照文字说明与对应表格', 'The sentence and the table that it speaks of', null, '1', 'not_applicable', 'false', 'text'),
    ('N-SHARE', 'N', 'error', 'false', '占比＝部分÷总体', 'A share is its part over its whole', '{name}：占比写为 {printed}，按所列金额计算为 {expected}。', '{name}: a share of {printed} is stated, the amounts give {expected}. ', null, null, null, null, 'intervals of the printed values', '对照文字说明与对应表格', 'The sentence and the table that it speaks of', null, '1', 'not_applicable', 'false', 'text'),
    ('N-SHARESUM', 'N', 'warn', 'false', '各项占比之和为 100%', 'Shares add up to 100 percent', '各项占比之和为 {printed}，应为 {expected}。', 'The shares add up to {printed}, not {expected}. ', null, null, null, null, 'n half steps', '逐项核对占比', 'Each share', null, '1', 'not_applicable', 'false', 'text'),
    ('N-BUDRATE', 'N', 'error', 'false', '完成率＝决算÷预算', 'The rate of completion is final over budget', '{name}：完成预算写为 {printed}，按所列金额计算为 {expected}。', '{name}: completion of {printed} is stated, the amounts give {expected}. ', null, null, null, null, 'intervals of the printed values', '对照文字说明与对应表格', 'The sentence and the table that it speaks of', null, '1', 'not_applicable', 'false', 'text'),
    ('N-SUM-BUDGET', 'N', 'error', 'false', '各项年初预算之和＝年初预算合计', 'Initial budgets add up to their total', '年初预算合计写为 {printed}，所列各项之和为 {expected}。', 'The total initial budget is stated as {printed}, its parts add up to {expected}. ', null, null, null, null, '< (n + 1) × u / 2', '核对合计与各项年初预算，二者必有一误', 'The total and each part: one of them is wrong', null, '1', 'not_applicable', 'false', 'text'),
    ('N-YOY-PCT', 'N', 'error', 'false', '增减率＝增减额÷上年数', 'Growth is the change over the year before', '{name}：增减率写为 {printed}，按增减额和本年数计算为 {expected}。', '{name}: growth of {printed} is stated, the change and the amount give {expected}. ', null, null, null, null, 'intervals of the printed values', '核对增减额、增减率和本年数', 'Change, percent and amount', null, '1', 'not_applicable', 'false', 'text'),
    ('N-SUM-DELTA', 'N', 'warn', 'false', '各项增减额之和＝增减额合计', 'Changes add up to the total change', '增减额合计写为 {printed}，所列各项之和为 {expected}；上年有而本年没有的科目可以解释差额。', 'The total change is stated as {printed}, its parts add up to {expected}; a class that ended may explain it. ', null, null, null, null, '< (n + 1) × u / 2', '对照上年决算核对各项增减', 'The filing of the year before', null, '1', 'not_applicable', 'false', 'text'),
    ('N-PRIORORD', 'N', 'warn', 'false', '上年财政拨款总计不超过上年总计', 'Last year’s appropriation is within last year’s total', '推算上年财政拨款总计 {printed} 大于上年收支总计 {expected}。', 'Last year’s appropriation works out at {printed}, more than the grand total of {expected}. ', null, null, null, null, 'intervals of the printed values', '核对两处的增减额', 'Both changes', null, '1', 'not_applicable', 'false', 'text'),
    ('N-LIST', 'N', 'error', 'false', '所列明细与基本支出明细表一致', 'Listed items are those of the form', '{name}：文字说明列为 {printed}，表中为 {expected}。', '{name}: the text lists {printed}, the form has {expected}. ', null, null, null, null, '< (n + 1) × u / 2', '未发生的科目不应列出；合计应等于所列各项之和', 'Items without money are left out; the list adds up to its total', null, '1', 'not_applicable', 'false', 'text'),
    ('N-UNIT', 'N', 'error', 'false', '数字的单位正确', 'Numbers carry their unit', '{name}{printed}：单位缺失或有误，应为 {expected}。', '{name} {printed}: the unit is missing or wrong, expected {expected}. ', null, null, null, null, '0', '核对金额单位和百分号', 'The unit of the amount, the percent sign', null, '1', 'not_applicable', 'false', 'text'),
    ('N-ZERO-BASE', 'N', 'warn', 'false', '基数为零不计算比率', 'No rate on nothing', '{name}：基数为零，不应有比率 {printed}。', '{name}: the base is zero, there is no rate {printed}. ', null, null, null, null, '0', '基数为零时应写明，不列百分比', 'Say that the base is zero, without a percentage', null, '1', 'not_applicable', 'false', 'text'),
    ('N-LEVEL-MIX', 'N', 'warn', 'false', '并列各项为同一级科目', 'An enumeration has one level', '{name} {printed} 与其上级 {expected} 并列，合计会重复计算。', '{name} {printed} stands beside {expected}, which contains it: it would be counted twice. ', null, null, null, null, '0', '用“其中”标明下级科目', 'Mark it as a part (of which)', null, '1', 'not_applicable', 'false', 'text'),
    ('N-DIR', 'N', 'error', 'false', '增减方向与数字一致', 'Words of direction agree with the numbers', '{name}：“{printed}”与 {expected} 方向不符。', '{name}: "{printed}" does not go with {expected}. ', null, null, null, null, 'intervals of the printed values', '核对增减、大小的措辞', 'The words for more and less', null, '1', 'not_applicable', 'false', 'text'),
    ('N-PERF', 'N', 'error', 'false', '各等级项目数之和＝自评项目数', 'Grades add up to the projects', '自评项目写为 {printed}，各等级项目共 {expected}。', '{printed} self-evaluated projects are stated, the grades add up to {expected}. ', null, null, null, null, '0', '核对各等级项目数', 'The number of each grade', null, '1', 'not_applicable', 'false', 'text'),
    ('N-CARS', 'N', 'error', 'false', '各类车辆之和＝车辆总数', 'Kinds of vehicles add up to the total', '{name}写为 {printed}，与 {expected} 不一致。', '{name} {printed} does not go with {expected}. ', null, null, null, null, '0', '核对车辆数', 'The number of vehicles', null, '1', 'not_applicable', 'false', 'text'),
    ('N-NAME', 'N', 'warn', 'false', '科目名称与金额所在科目一致', 'A row bears the name of the code that has its amount', '文字说明写为 {printed}，该金额在表中为 {expected}（{name}）。', 'The text says {printed}, the form prints this amount as {expected} ({name}). ', null, null, null, null, '0', '按现行科目名称改正', 'The name in the form', null, '1', 'not_applicable', 'false', 'text'),
    ('N-YEAR', 'N', 'warn', 'false', '文字所述年度为本年度', 'The text speaks of its own year', '{name}：文字写为 {printed}，应为 {expected}，疑似沿用往年文稿。', '{name}: the text says {printed} where it means {expected}, it seems taken from an earlier year. ', null, null, null, null, '0', '核对该句的年度', 'The year of that sentence', null, '1', 'not_applicable', 'false', 'text'),
    ('P-RATE', 'P', 'error', 'false', '执行率＝执行数÷全年预算数', 'Rate of execution', '{name}：执行率写为 {printed}，按执行数和预算数计算为 {expected}。', '{name}: a rate of {printed} is printed, the amounts give {expected}. ', null, null, null, null, 'intervals of the printed values', '对照绩效自评表该行', 'The row of the self-evaluation form', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-BAL', 'P', 'error', 'false', '结转余＝预算数－执行数', 'What is left', '{name}：结转（余）写为 {printed}，预算数减执行数为 {expected}。', '{name}: {printed} is printed as left, budget less execution is {expected}. ', null, null, null, null, '< 3 × u / 2', '对照绩效自评表该行', 'The row of the self-evaluation form', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-SCORE', 'P', 'error', 'false', '总分＝各项得分之和', 'Scores add up', '{name}：得分写为 {printed}，按各项计算为 {expected}。', '{name}: a score of {printed} is printed, its parts give {expected}. ', null, null, null, null, 'intervals of the printed values', '对照绩效自评表该行', 'The row of the self-evaluation form', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-WEIGHT', 'P', 'error', 'false', '分值合计为 100', 'Points make 100', '{name}：各指标分值合计 {printed}，应为 {expected}。', '{name}: the points of the indicators add up to {printed}, not {expected}. ', null, null, null, null, '0', '核对各指标分值', 'The points of each indicator', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-SUM', 'P', 'error', 'false', '自评资金＝各项目自评表之和', 'Money of the projects adds up', '文字说明自评涉及资金 {printed}，各自评表之和为 {expected}。', 'The text gives {printed} for the self-evaluated projects, their forms add up to {expected}. ', null, null, null, null, '< (n + 1) × u / 2', '核对各自评表的执行数', 'The execution of each form', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-COUNT', 'P', 'error', 'false', '自评项目数＝自评表张数', 'Forms are as many as projects', '文字说明自评项目 {printed}，文件中自评表 {expected} 张。', 'The text counts {printed} projects, the filing prints {expected} forms. ', null, null, null, null, '0', '核对附件是否齐全', 'Whether all forms are attached', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-ACT-TARGET', 'P', 'error', 'false', '满分指标达到目标值', 'Full points only for a target reached', '{name}：目标值 {expected}，实际完成值 {printed}，得满分（{sentence}）。', '{name}: target {expected}, actual {printed}, all points given ({sentence}). ', null, null, null, null, '130%', '核对实际完成值，或扣减得分并说明偏差', 'The actual value, or the score and its reason', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-TEXT-RATE', 'P', 'error', 'false', '文字中的执行率与表中一致', 'The rate in the text is that of the table', '{name}：文字写“{printed}”，表中执行率为 {expected}。', '{name}: the text says "{printed}", the table prints {expected}. ', null, null, null, null, 'intervals of the printed values', '对照绩效自评表该行', 'The row of the self-evaluation form', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-TEXT-SATISF', 'P', 'error', 'false', '文字中的满意度达到满分指标的目标', 'The satisfaction in the text reaches its target', '{name}：文字写满意度 {printed}，目标为 {expected}，却得满分。', '{name}: the text says {printed}, the target is {expected}, all points given. ', null, null, null, null, '0', '对照绩效自评表该行', 'The row of the self-evaluation form', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-GARBLE', 'P', 'warn', 'false', '比率不超过 100%', 'A rate is within 100 percent', '{name}：“{printed}”不可能是百分比。', '{name}: "{printed}" is no percentage. ', null, null, null, null, '0', '核对百分号是否丢失或误读', 'A percent sign lost or misread', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-DEPT-CODE', 'P', 'warn', 'false', '各自评表主管部门一致', 'Forms name one competent department', '{name}：主管部门写为 {printed}，其他自评表为 {expected}。', '{name}: {printed} is named as competent department, the other forms say {expected}. ', null, null, null, null, '0', '核对主管部门及代码', 'The competent department and its code', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-COPIED-TEXT', 'P', 'warn', 'false', '自评文字说的是本单位', 'Texts speak of the filer', '{name}：文字中出现“{printed}”，疑似套用他处文稿。', '{name}: "{printed}" in the text seems copied from elsewhere. ', null, null, null, null, '0', '核对该段文字', 'The paragraph', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-ANACHRONISM', 'P', 'warn', 'false', '所述事件在本年度', 'Events are of the year', '{name}：文字提到“{printed}”，该事件在 {expected} 年，疑似沿用旧稿。', '{name}: the text names "{printed}" of {expected}, it seems taken from an earlier form. ', null, null, null, null, '0', '核对该段文字', 'The paragraph', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-ACT-OPERATOR', 'P', 'warn', 'false', '实际完成值为实际数', 'The actual value is a measured one', '{name}：实际完成值“{printed}”照抄目标，未填实际数。', '{name}: the actual value "{printed}" repeats the target. ', null, null, null, null, '0', '填写实际完成的数值', 'The measured value', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-PERSON-MONTH', 'P', 'info', 'true', '执行数为整人月', 'Pay is a whole number of months', '{name}：执行 {printed}，不是整人月（{expected}）。', '{name}: {printed} was spent, no whole number of payments ({expected}). ', null, null, null, null, '0', '对照绩效自评表该行', 'The row of the self-evaluation form', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('P-PHANTOM-ROW', 'P', 'warn', 'false', '资金行均有名称', 'Rows of money bear a label', '{name}：资金行无名称且重复其他行（{printed}），不应重复计算。', '{name}: a row of money without a label repeats another ({printed}); it is not counted. ', null, null, null, null, '0', '核对该行是否为排版错误', 'Whether the row is a slip of layout', null, '1', 'not_applicable', 'false', 'evaluation'),
    ('D-NAME', 'D', 'error', 'false', '名称为本部门', 'The filer names itself', '此处写为“{printed}”，公开主体为“{expected}”。', '"{printed}" is written here, the filer is "{expected}". ', null, null, null, null, '0', '改为本部门全称', 'The full name of the filer', null, '1', 'not_applicable', 'false', 'text'),
    ('D-KIND-MIX', 'D', 'warn', 'false', '部门决算与单位决算不混用', 'One of department and unit', '此处写为“{printed}”，本文件为{expected}。', '"{printed}" is written here, this filing is a {expected}. ', null, null, null, null, '0', '统一为部门决算或单位决算', 'Department or unit', null, '1', 'not_applicable', 'false', 'text'),
    ('T-TEMPLATE', 'T', 'warn', 'false', '模板内容已处理', 'Nothing is left of the template', '文字中留有模板内容“{printed}”。', 'The text still has "{printed}" of its template. ', null, null, null, null, '0', '删去或选定模板用语', 'The words to choose or to fill in', null, '1', 'not_applicable', 'false', 'text'),
    ('T-MISSING', 'T', 'warn', 'false', '句子完整', 'Sentences are whole', '括号未闭合，句子可能缺少结尾：“{printed}”。', 'A bracket is not closed, the end of the sentence may be missing: "{printed}". ', null, null, null, null, '0', '补全该句', 'The end of the sentence', null, '1', 'not_applicable', 'false', 'text'),
    ('T-HEADING', 'T', 'info', 'true', '目录各部分在正文中有标题', 'Parts of the contents are in the text', '目录中的“{printed}”在正文中没有标题。', '"{printed}" of the contents is no heading of the text. ', null, null, null, null, '0', '核对正文标题', 'The headings', null, '1', 'not_applicable', 'false', 'text'),
    ('T-DOUBLE', 'T', 'warn', 'false', '各节不重复', 'A section stands once', '“{printed}”一节重复出现。', 'The section "{printed}" stands twice. ', null, null, null, null, '0', '核对是否重复', 'Whether the section is doubled', null, '1', 'not_applicable', 'false', 'text'),
    ('T-LABEL', 'T', 'info', 'true', '同一科目名称一致', 'One name for one code', '{name}：此处名称为“{printed}”，另一表为“{expected}”。', '{name} is called "{printed}" here, "{expected}" in another form. ', null, null, null, null, '0', '按现行科目名称统一', 'The name in the current list', null, '1', 'not_applicable', 'false', 'tables'),
    ('T-TYPO', 'T', 'info', 'true', '无明显错字', 'No plain misprint', '“{printed}”疑为“{expected}”。', '"{printed}" is probably "{expected}". ', null, null, null, null, '0', '核对文字', 'The word', null, '1', 'not_applicable', 'false', 'text'),
    ('Y-PRIOR', 'Y', 'warn', 'false', '本年数－增减额＝上年公布数', 'Amount less change is what the year before printed', '{name}：推算上年为 {printed}，上年公布为 {expected}。', '{name}: the year before works out at {printed}, it printed {expected}. ', null, null, null, null, 'u', '上年数可能经调整，请核对有无说明', 'Whether the year before was restated', null, '1', 'not_applicable', 'true', 'text'),
    ('Y-PCT', 'Y', 'warn', 'false', '增减率与上年公布数一致', 'Growth over what the year before printed', '{name}：增减率写为 {printed}，按上年公布数计算为 {expected}。', '{name}: growth of {printed} is stated, over the printed year before it is {expected}. ', null, null, null, null, 'intervals of the printed values', '上年数可能经调整，请核对有无说明', 'Whether the year before was restated', null, '1', 'not_applicable', 'true', 'text')
) as seed (rule_id, family, severity, soft, name_zh, name_en, message_zh, message_en, forms, fy_from, fy_to, scopes, tolerance, look_at_zh, look_at_en, shows, half_steps, when_absent, needs_neighbour, speaks_of);

create table staging.stg_printed_table as
-- One row a printed table, as read.
select * from "raw"."printed_table";

create table seeds.units as
select cast(unit as varchar) as unit, cast(kind as varchar) as kind, cast(factor_cny as decimal(20,2)) as factor_cny
from (values
    ('元', 'money', '1'),
    ('千元', 'money', '1000'),
    ('万元', 'money', '10000'),
    ('百万元', 'money', '1000000'),
    ('亿元', 'money', '100000000'),
    ('辆', 'count', null),
    ('台', 'count', null),
    ('套', 'count', null),
    ('台/套', 'count', null),
    ('台（套）', 'count', null),
    ('台(套)', 'count', null),
    ('辆/台/套', 'count', null),
    ('个', 'count', null),
    ('人', 'count', null),
    ('人次', 'count', null),
    ('批次', 'count', null),
    ('次', 'count', null)
) as seed (unit, kind, factor_cny);

create table seeds.measures as
select cast(form as varchar) as form, cast(side as varchar) as side, cast(measure as varchar) as measure, cast(role as varchar) as role, cast(label_zh as varchar) as label_zh, cast(label_en as varchar) as label_en
from (values
    ('income_expenditure_summary', 'income', 'amount', 'part', '金额', 'Amount'),
    ('income_expenditure_summary', 'expenditure', 'amount', 'part', '金额', 'Amount'),
    ('income_by_function', null, 'total', 'total', '本年收入合计', 'Total income of the year'),
    ('income_by_function', null, 'appropriation', 'part', '财政拨款收入', 'Fiscal appropriation'),
    ('income_by_function', null, 'superior_subsidy', 'part', '上级补助收入', 'Subsidy from superior'),
    ('income_by_function', null, 'institutional', 'part', '事业收入', 'Institutional income'),
    ('income_by_function', null, 'operating', 'part', '经营收入', 'Operating income'),
    ('income_by_function', null, 'affiliated_remittance', 'part', '附属单位上缴收入', 'Remittance from affiliated units'),
    ('income_by_function', null, 'other', 'part', '其他收入', 'Other income'),
    ('expenditure_by_function', null, 'total', 'total', '本年支出合计', 'Total expenditure of the year'),
    ('expenditure_by_function', null, 'basic', 'part', '基本支出', 'Basic expenditure'),
    ('expenditure_by_function', null, 'project', 'part', '项目支出', 'Project expenditure'),
    ('expenditure_by_function', null, 'remitted_to_superior', 'part', '上缴上级支出', 'Remitted to superior'),
    ('expenditure_by_function', null, 'operating', 'part', '经营支出', 'Operating expenditure'),
    ('expenditure_by_function', null, 'subsidy_to_affiliated', 'part', '对附属单位补助支出', 'Subsidy to affiliated units'),
    ('appropriation_summary', 'income', 'total', 'part', '金额', 'Amount'),
    ('appropriation_summary', 'expenditure', 'total', 'total', '合计', 'Total'),
    ('appropriation_summary', 'expenditure', 'general_budget', 'part', '一般公共预算财政拨款', 'General public budget'),
    ('appropriation_summary', 'expenditure', 'government_fund', 'part', '政府性基金预算财政拨款', 'Government fund budget'),
    ('appropriation_summary', 'expenditure', 'state_capital', 'part', '国有资本经营预算财政拨款', 'State capital operating budget'),
    ('general_budget_by_function', null, 'opening_balance', 'balance', '年初结转和结余', 'Opening balance'),
    ('general_budget_by_function', null, 'income', 'balance', '本年收入', 'Income of the year'),
    ('general_budget_by_function', null, 'total', 'total', '合计', 'Total'),
    ('general_budget_by_function', null, 'basic', 'part', '基本支出', 'Basic expenditure'),
    ('general_budget_by_function', null, 'project', 'part', '项目支出', 'Project expenditure'),
    ('general_budget_by_function', null, 'closing_balance', 'balance', '年末结转和结余', 'Closing balance'),
    ('basic_expenditure_by_economic', null, 'amount', 'part', '决算数', 'Final amount'),
    ('government_fund_by_function', null, 'opening_balance', 'balance', '年初结转和结余', 'Opening balance'),
    ('government_fund_by_function', null, 'income', 'balance', '本年收入', 'Income of the year'),
    ('government_fund_by_function', null, 'total', 'total', '小计', 'Subtotal'),
    ('government_fund_by_function', null, 'basic', 'part', '基本支出', 'Basic expenditure'),
    ('government_fund_by_function', null, 'project', 'part', '项目支出', 'Project expenditure'),
    ('government_fund_by_function', null, 'closing_balance', 'balance', '年末结转和结余', 'Closing balance'),
    ('state_capital_by_function', null, 'opening_balance', 'balance', '年初结转和结余', 'Opening balance'),
    ('state_capital_by_function', null, 'income', 'balance', '本年收入', 'Income of the year'),
    ('state_capital_by_function', null, 'total', 'total', '合计', 'Total'),
    ('state_capital_by_function', null, 'basic', 'part', '基本支出', 'Basic expenditure'),
    ('state_capital_by_function', null, 'project', 'part', '项目支出', 'Project expenditure'),
    ('state_capital_by_function', null, 'closing_balance', 'balance', '年末结转和结余', 'Closing balance'),
    ('three_public', null, 'budget', 'part', '预算数', 'Budget'),
    ('three_public', null, 'final', 'part', '决算数', 'Final amount'),
    ('disclosure_statistics', null, 'value', 'part', '统计数', 'Value')
) as seed (form, side, measure, role, label_zh, label_en);

create table seeds.forms as
select cast(form as varchar) as form, cast(title_zh as varchar) as title_zh, cast(title_en as varchar) as title_en, cast(number_2023 as varchar) as number_2023, cast(key_kind as varchar) as key_kind, cast(fund as varchar) as fund, cast(fund_zh as varchar) as fund_zh, cast(description_en as varchar) as description_en
from (values
    ('income_expenditure_summary', '收入支出决算总表', 'Summary of income and expenditure', '公开01', 'line', null, null, 'Income by source and expenditure by function class with carry-over; both sides end in the same grand total'),
    ('income_by_function', '收入决算表', 'Income by function', '公开02', 'function', null, null, 'Income of the year by function code and source'),
    ('expenditure_by_function', '支出决算表', 'Expenditure by function', '公开03', 'function', null, null, 'Expenditure of the year by function code and nature'),
    ('appropriation_summary', '财政拨款收入支出决算总表', 'Summary of fiscal appropriation', '公开04', 'line', null, null, 'Income and expenditure of fiscal appropriation by function class and fund'),
    ('general_budget_by_function', '一般公共预算财政拨款支出决算表', 'General public budget expenditure by function', '公开05', 'function', 'general_budget', '一般公共预算财政拨款', 'Expenditure out of the general public budget by function code and nature'),
    ('basic_expenditure_by_economic', '一般公共预算财政拨款基本支出决算明细表', 'Basic expenditure by economic classification', '公开06', 'economic', 'general_budget', '一般公共预算财政拨款', 'Basic expenditure out of the general public budget by economic code'),
    ('government_fund_by_function', '政府性基金预算财政拨款收入支出决算表', 'Government fund income and expenditure by function', '公开07', 'function', 'government_fund', '政府性基金预算财政拨款', 'Government fund budget: opening balance and income and expenditure and closing balance by function code'),
    ('state_capital_by_function', '国有资本经营预算财政拨款支出决算表', 'State capital expenditure by function', '公开08', 'function', 'state_capital', '国有资本经营预算财政拨款', 'State capital operating budget expenditure by function code'),
    ('three_public', '财政拨款“三公”经费支出决算表', 'Three public expenses', '公开09', 'line', null, null, 'Travel abroad and official vehicles and reception: budget and final figure'),
    ('disclosure_statistics', '部门决算公开相关信息统计表', 'Disclosure statistics', '公开10', 'line', null, null, 'Procurement and operating cost and vehicles and equipment as published beside the accounts')
) as seed (form, title_zh, title_en, number_2023, key_kind, fund, fund_zh, description_en);

create table seeds.economic_groups as
select cast(class_code as varchar) as class_code, cast(group_key as varchar) as group_key, cast(fy_from as integer) as fy_from, cast(fy_to as integer) as fy_to, cast(confidence as varchar) as confidence
from (values
    ('301', 'personnel_total', null, null, 'H'),
    ('303', 'personnel_total', null, null, 'H'),
    ('302', 'office_total', null, null, 'H'),
    ('307', 'office_total', null, null, 'H'),
    ('310', 'office_total', null, null, 'H'),
    ('312', 'office_total', '2018', null, 'H'),
    ('313', 'office_total', '2018', null, 'H'),
    ('399', 'office_total', null, null, 'H'),
    ('304', 'office_total', null, '2017', 'M'),
    ('305', 'office_total', null, '2017', 'M'),
    ('308', 'office_total', null, '2017', 'M'),
    ('309', 'office_total', null, '2017', 'M')
) as seed (class_code, group_key, fy_from, fy_to, confidence);

create table seeds.form_lines as
select cast(form as varchar) as form, cast(row_key as varchar) as row_key, cast(parent_key as varchar) as parent_key, cast(level as varchar) as level, cast(label_zh as varchar) as label_zh, cast(label_en as varchar) as label_en
from (values
    ('income_expenditure_summary', 'income.grand_total', null, 'total', '总计', 'Grand total'),
    ('income_expenditure_summary', 'income.income_total', 'income.grand_total', 'subtotal', '本年收入合计', 'Total income of the year'),
    ('income_expenditure_summary', 'income.appropriation', 'income.income_total', 'subtotal', '财政拨款收入', 'Fiscal appropriation'),
    ('income_expenditure_summary', 'income.general_budget', 'income.appropriation', 'line', '一般公共预算财政拨款收入', 'General public budget appropriation'),
    ('income_expenditure_summary', 'income.government_fund', 'income.appropriation', 'line', '政府性基金预算财政拨款收入', 'Government fund appropriation'),
    ('income_expenditure_summary', 'income.state_capital', 'income.appropriation', 'line', '国有资本经营预算财政拨款收入', 'State capital appropriation'),
    ('income_expenditure_summary', 'income.superior_subsidy', 'income.income_total', 'line', '上级补助收入', 'Subsidy from superior'),
    ('income_expenditure_summary', 'income.institutional', 'income.income_total', 'line', '事业收入', 'Institutional income'),
    ('income_expenditure_summary', 'income.operating', 'income.income_total', 'line', '经营收入', 'Operating income'),
    ('income_expenditure_summary', 'income.affiliated_remittance', 'income.income_total', 'line', '附属单位上缴收入', 'Remittance from affiliated units'),
    ('income_expenditure_summary', 'income.other', 'income.income_total', 'line', '其他收入', 'Other income'),
    ('income_expenditure_summary', 'income.surplus_used', 'income.grand_total', 'line', '使用非财政拨款结余（含专用结余）', 'Non-fiscal surplus used'),
    ('income_expenditure_summary', 'income.opening_balance', 'income.grand_total', 'line', '年初结转和结余', 'Opening balance'),
    ('income_expenditure_summary', 'expenditure.grand_total', null, 'total', '总计', 'Grand total'),
    ('income_expenditure_summary', 'expenditure.expenditure_total', 'expenditure.grand_total', 'subtotal', '本年支出合计', 'Total expenditure of the year'),
    ('income_expenditure_summary', 'expenditure.surplus_distributed', 'expenditure.grand_total', 'line', '结余分配', 'Surplus distributed'),
    ('income_expenditure_summary', 'expenditure.closing_balance', 'expenditure.grand_total', 'line', '年末结转和结余', 'Closing balance'),
    ('income_by_function', 'total', null, 'total', '合计', 'Total'),
    ('expenditure_by_function', 'total', null, 'total', '合计', 'Total'),
    ('appropriation_summary', 'income.grand_total', null, 'total', '总计', 'Grand total'),
    ('appropriation_summary', 'income.income_total', 'income.grand_total', 'subtotal', '本年收入合计', 'Total income of the year'),
    ('appropriation_summary', 'income.general_budget', 'income.income_total', 'line', '一般公共预算财政拨款', 'General public budget appropriation'),
    ('appropriation_summary', 'income.government_fund', 'income.income_total', 'line', '政府性基金预算财政拨款', 'Government fund appropriation'),
    ('appropriation_summary', 'income.state_capital', 'income.income_total', 'line', '国有资本经营预算财政拨款', 'State capital appropriation'),
    ('appropriation_summary', 'income.opening_balance', 'income.grand_total', 'subtotal', '年初财政拨款结转和结余', 'Opening balance of fiscal appropriation'),
    ('appropriation_summary', 'income.opening_balance.general_budget', 'income.opening_balance', 'line', '年初结转和结余：一般公共预算财政拨款', 'Opening balance: general public budget'),
    ('appropriation_summary', 'income.opening_balance.government_fund', 'income.opening_balance', 'line', '年初结转和结余：政府性基金预算财政拨款', 'Opening balance: government fund'),
    ('appropriation_summary', 'income.opening_balance.state_capital', 'income.opening_balance', 'line', '年初结转和结余：国有资本经营预算财政拨款', 'Opening balance: state capital'),
    ('appropriation_summary', 'expenditure.grand_total', null, 'total', '总计', 'Grand total'),
    ('appropriation_summary', 'expenditure.expenditure_total', 'expenditure.grand_total', 'subtotal', '本年支出合计', 'Total expenditure of the year'),
    ('appropriation_summary', 'expenditure.closing_balance', 'expenditure.grand_total', 'line', '年末财政拨款结转和结余', 'Closing balance of fiscal appropriation'),
    ('general_budget_by_function', 'total', null, 'total', '合计', 'Total'),
    ('basic_expenditure_by_economic', 'total', null, 'total', '合计', 'Total'),
    ('basic_expenditure_by_economic', 'personnel_total', 'total', 'subtotal', '人员经费合计', 'Personnel expenditure'),
    ('basic_expenditure_by_economic', 'office_total', 'total', 'subtotal', '公用经费合计', 'Office expenditure'),
    ('government_fund_by_function', 'total', null, 'total', '合计', 'Total'),
    ('state_capital_by_function', 'total', null, 'total', '合计', 'Total'),
    ('three_public', 'total', null, 'total', '合计', 'Total'),
    ('three_public', 'abroad', 'total', 'line', '因公出国（境）费', 'Travel abroad'),
    ('three_public', 'vehicle', 'total', 'subtotal', '公务用车购置及运行维护费', 'Official vehicles'),
    ('three_public', 'vehicle_purchase', 'vehicle', 'line', '公务用车购置费', 'Vehicle purchase'),
    ('three_public', 'vehicle_operation', 'vehicle', 'line', '公务用车运行维护费', 'Vehicle operation'),
    ('three_public', 'reception', 'total', 'line', '公务接待费', 'Official reception'),
    ('disclosure_statistics', 'procurement.total', null, 'total', '政府采购支出合计', 'Government procurement'),
    ('disclosure_statistics', 'procurement.goods', 'procurement.total', 'line', '政府采购货物支出', 'Procurement of goods'),
    ('disclosure_statistics', 'procurement.works', 'procurement.total', 'line', '政府采购工程支出', 'Procurement of works'),
    ('disclosure_statistics', 'procurement.services', 'procurement.total', 'line', '政府采购服务支出', 'Procurement of services'),
    ('disclosure_statistics', 'operating_cost.administrative', null, 'line', '机关运行经费：行政单位', 'Operating cost: administrative units'),
    ('disclosure_statistics', 'operating_cost.quasi_civil', null, 'line', '机关运行经费：参照公务员法管理事业单位', 'Operating cost: institutions managed as civil service'),
    ('disclosure_statistics', 'vehicles.total', null, 'total', '车辆数合计', 'Vehicles'),
    ('disclosure_statistics', 'vehicles.senior_official', 'vehicles.total', 'line', '副部（省）级及以上领导用车', 'Vehicles of senior officials'),
    ('disclosure_statistics', 'vehicles.principal', 'vehicles.total', 'line', '主要负责人用车', 'Vehicles of principals'),
    ('disclosure_statistics', 'vehicles.confidential_mail', 'vehicles.total', 'line', '机要通信用车', 'Vehicles for confidential mail'),
    ('disclosure_statistics', 'vehicles.emergency', 'vehicles.total', 'line', '应急保障用车', 'Vehicles for emergencies'),
    ('disclosure_statistics', 'vehicles.law_enforcement', 'vehicles.total', 'line', '执法执勤用车', 'Vehicles for law enforcement'),
    ('disclosure_statistics', 'vehicles.special_technical', 'vehicles.total', 'line', '特种专业技术用车', 'Vehicles for special technical use'),
    ('disclosure_statistics', 'vehicles.retired_cadre', 'vehicles.total', 'line', '离退休干部用车', 'Vehicles for retired cadres'),
    ('disclosure_statistics', 'vehicles.other', 'vehicles.total', 'line', '其他用车', 'Other vehicles'),
    ('disclosure_statistics', 'equipment.over_1m_cny', null, 'line', '单价100万元（含）以上设备（不含车辆）', 'Equipment of 1 million yuan or more')
) as seed (form, row_key, parent_key, level, label_zh, label_en);

create table seeds.share_wholes as
select cast(form as varchar) as form, cast(row_key as varchar) as row_key, cast(measure as varchar) as measure, cast(whole_form as varchar) as whole_form, cast(whole_row_key as varchar) as whole_row_key, cast(whole_measure as varchar) as whole_measure
from (values
    ('income_by_function', 'total', '.*', 'income_by_function', 'total', 'total'),
    ('income_by_function', 'total', '.*', 'income_expenditure_summary', 'income.income_total', 'amount'),
    ('income_expenditure_summary', 'income[.].*', 'amount', 'income_by_function', 'total', 'total'),
    ('income_expenditure_summary', 'income[.].*', 'amount', 'income_expenditure_summary', 'income.income_total', 'amount'),
    ('income_expenditure_summary', 'income[.].*', 'amount', 'income_expenditure_summary', 'income.grand_total', 'amount'),
    ('income_expenditure_summary', 'expenditure[.].*', 'amount', 'expenditure_by_function', 'total', 'total'),
    ('income_expenditure_summary', 'expenditure[.].*', 'amount', 'income_expenditure_summary', 'expenditure.expenditure_total', 'amount'),
    ('income_expenditure_summary', 'expenditure[.].*', 'amount', 'income_expenditure_summary', 'expenditure.grand_total', 'amount'),
    ('expenditure_by_function', '.*', '.*', 'expenditure_by_function', 'total', 'total'),
    ('expenditure_by_function', '.*', '.*', 'income_expenditure_summary', 'expenditure.expenditure_total', 'amount'),
    ('appropriation_summary', '.*', '.*', 'appropriation_summary', 'expenditure.expenditure_total', 'total'),
    ('appropriation_summary', '.*', '.*', 'appropriation_summary', 'income.income_total', 'total'),
    ('appropriation_summary', '.*', '.*', 'appropriation_summary', 'income.grand_total', 'total'),
    ('appropriation_summary', '.*', '.*', 'income_by_function', 'total', 'total'),
    ('appropriation_summary', '.*', '.*', 'expenditure_by_function', 'total', 'total'),
    ('general_budget_by_function', '.*', '.*', 'general_budget_by_function', 'total', 'total'),
    ('general_budget_by_function', '.*', '.*', 'expenditure_by_function', 'total', 'total'),
    ('general_budget_by_function', '.*', '.*', 'appropriation_summary', 'expenditure.expenditure_total', 'total'),
    ('basic_expenditure_by_economic', '.*', 'amount', 'basic_expenditure_by_economic', 'total', 'amount'),
    ('basic_expenditure_by_economic', '.*', 'amount', 'general_budget_by_function', 'total', 'basic'),
    ('basic_expenditure_by_economic', '.*', 'amount', 'expenditure_by_function', 'total', 'basic'),
    ('basic_expenditure_by_economic', '3[0-9]+', 'amount', 'basic_expenditure_by_economic', 'personnel_total', 'amount'),
    ('basic_expenditure_by_economic', '3[0-9]+', 'amount', 'basic_expenditure_by_economic', 'office_total', 'amount'),
    ('government_fund_by_function', '.*', '.*', 'government_fund_by_function', 'total', 'total'),
    ('government_fund_by_function', '.*', '.*', 'expenditure_by_function', 'total', 'total'),
    ('state_capital_by_function', '.*', '.*', 'state_capital_by_function', 'total', 'total'),
    ('state_capital_by_function', '.*', '.*', 'expenditure_by_function', 'total', 'total'),
    ('three_public', '.*', 'final', 'three_public', 'total', 'final'),
    ('disclosure_statistics', 'procurement[.].*', 'value', 'disclosure_statistics', 'procurement.total', 'value'),
    ('-', 'procurement[.].*', '-', 'disclosure_statistics', 'procurement.total', 'value'),
    ('-', 'procurement[.].*', '-', '-', 'procurement.sme_awarded', '-'),
    ('-', 'procurement[.].*', '-', 'disclosure_statistics', 'procurement.goods', 'value'),
    ('-', 'procurement[.].*', '-', 'disclosure_statistics', 'procurement.works', 'value'),
    ('-', 'procurement[.].*', '-', 'disclosure_statistics', 'procurement.services', 'value')
) as seed (form, row_key, measure, whole_form, whole_row_key, whole_measure);

create table seeds.events as
select cast(event as varchar) as event, cast(last_year as integer) as last_year, cast(note as varchar) as note
from (values
    ('北京冬奥会', '2022', 'February 2022'),
    ('北京冬残奥会', '2022', 'March 2022'),
    ('北京2022年冬奥会', '2022', 'February 2022'),
    ('第二十四届冬季奥林匹克运动会', '2022', 'February 2022'),
    ('建党100周年', '2021', 'July 2021'),
    ('建党一百周年', '2021', 'July 2021'),
    ('新中国成立70周年', '2019', 'October 2019'),
    ('建国70周年', '2019', 'October 2019'),
    ('第十四届全国运动会', '2021', 'September 2021'),
    ('第七次全国人口普查', '2021', '2020 with results in 2021'),
    ('第四次全国经济普查', '2019', '2018 and 2019'),
    ('成都大运会', '2023', 'July 2023'),
    ('第31届世界大学生夏季运动会', '2023', 'July 2023'),
    ('杭州亚运会', '2023', 'September 2023'),
    ('第十九届亚洲运动会', '2023', 'September 2023'),
    ('巴黎奥运会', '2024', 'July 2024'),
    ('新中国成立75周年', '2024', 'October 2024'),
    ('哈尔滨亚冬会', '2025', 'February 2025'),
    ('第五次全国经济普查', '2024', '2023 and 2024')
) as seed (event, last_year, note);

create table seeds.region_codes as
select split_part(line, '|', 1) as region_code, split_part(line, '|', 2) as name, split_part(line, '|', 3) as level, split_part(line, '|', 4) as status
from (select unnest(string_split('110101|东城区|县级|在用
110102|西城区|县级|在用
110105|朝阳区|县级|在用
110106|丰台区|县级|在用
110107|石景山区|县级|在用
110108|海淀区|县级|在用
110109|门头沟区|县级|在用
110111|房山区|县级|在用
110112|通州区|县级|在用
110113|顺义区|县级|在用
110114|昌平区|县级|在用
110115|大兴区|县级|在用
110116|怀柔区|县级|在用
110117|平谷区|县级|在用
110118|密云区|县级|在用
110119|延庆区|县级|在用
120101|和平区|县级|在用
120102|河东区|县级|在用
120103|河西区|县级|在用
120104|南开区|县级|在用
120105|河北区|县级|在用
120106|红桥区|县级|在用
120110|东丽区|县级|在用
120111|西青区|县级|在用
120112|津南区|县级|在用
120113|北辰区|县级|在用
120114|武清区|县级|在用
120115|宝坻区|县级|在用
120116|滨海新区|县级|在用
120117|宁河区|县级|在用
120118|静海区|县级|在用
120119|蓟州区|县级|在用
130102|长安区|县级|在用
130104|桥西区|县级|在用
130105|新华区|县级|在用
130107|井陉矿区|县级|在用
130108|裕华区|县级|在用
130109|藁城区|县级|在用
130110|鹿泉区|县级|在用
130111|栾城区|县级|在用
130121|井陉县|县级|在用
130123|正定县|县级|在用
130125|行唐县|县级|在用
130126|灵寿县|县级|在用
130127|高邑县|县级|在用
130128|深泽县|县级|在用
130129|赞皇县|县级|在用
130130|无极县|县级|在用
130131|平山县|县级|在用
130132|元氏县|县级|在用
130133|赵县|县级|在用
130181|辛集市|县级|在用
130183|晋州市|县级|在用
130184|新乐市|县级|在用
130202|路南区|县级|在用
130203|路北区|县级|在用
130204|古冶区|县级|在用
130205|开平区|县级|在用
130207|丰南区|县级|在用
130208|丰润区|县级|在用
130209|曹妃甸区|县级|在用
130224|滦南县|县级|在用
130225|乐亭县|县级|在用
130227|迁西县|县级|在用
130229|玉田县|县级|在用
130281|遵化市|县级|在用
130283|迁安市|县级|在用
130284|滦州市|县级|在用
130302|海港区|县级|在用
130303|山海关区|县级|在用
130304|北戴河区|县级|在用
130306|抚宁区|县级|在用
130321|青龙满族自治县|县级|在用
130322|昌黎县|县级|在用
130324|卢龙县|县级|在用
130402|邯山区|县级|在用
130403|丛台区|县级|在用
130404|复兴区|县级|在用
130406|峰峰矿区|县级|在用
130407|肥乡区|县级|在用
130408|永年区|县级|在用
130423|临漳县|县级|在用
130424|成安县|县级|在用
130425|大名县|县级|在用
130426|涉县|县级|在用
130427|磁县|县级|在用
130430|邱县|县级|在用
130431|鸡泽县|县级|在用
130432|广平县|县级|在用
130433|馆陶县|县级|在用
130434|魏县|县级|在用
130435|曲周县|县级|在用
130481|武安市|县级|在用
130502|襄都区|县级|在用
130503|信都区|县级|在用
130505|任泽区|县级|在用
130506|南和区|县级|在用
130522|临城县|县级|在用
130523|内丘县|县级|在用
130524|柏乡县|县级|在用
130525|隆尧县|县级|在用
130528|宁晋县|县级|在用
130529|巨鹿县|县级|在用
130530|新河县|县级|在用
130531|广宗县|县级|在用
130532|平乡县|县级|在用
130533|威县|县级|在用
130534|清河县|县级|在用
130535|临西县|县级|在用
130581|南宫市|县级|在用
130582|沙河市|县级|在用
130602|竞秀区|县级|在用
130606|莲池区|县级|在用
130607|满城区|县级|在用
130608|清苑区|县级|在用
130609|徐水区|县级|在用
130623|涞水县|县级|在用
130624|阜平县|县级|在用
130626|定兴县|县级|在用
130627|唐县|县级|在用
130628|高阳县|县级|在用
130629|容城县|县级|在用
130630|涞源县|县级|在用
130631|望都县|县级|在用
130632|安新县|县级|在用
130633|易县|县级|在用
130634|曲阳县|县级|在用
130635|蠡县|县级|在用
130636|顺平县|县级|在用
130637|博野县|县级|在用
130638|雄县|县级|在用
130681|涿州市|县级|在用
130682|定州市|县级|在用
130683|安国市|县级|在用
130684|高碑店市|县级|在用
130702|桥东区|县级|在用
130703|桥西区|县级|在用
130705|宣化区|县级|在用
130706|下花园区|县级|在用
130708|万全区|县级|在用
130709|崇礼区|县级|在用
130722|张北县|县级|在用
130723|康保县|县级|在用
130724|沽源县|县级|在用
130725|尚义县|县级|在用
130726|蔚县|县级|在用
130727|阳原县|县级|在用
130728|怀安县|县级|在用
130730|怀来县|县级|在用
130731|涿鹿县|县级|在用
130732|赤城县|县级|在用
130802|双桥区|县级|在用
130803|双滦区|县级|在用
130804|鹰手营子矿区|县级|在用
130821|承德县|县级|在用
130822|兴隆县|县级|在用
130824|滦平县|县级|在用
130825|隆化县|县级|在用
130826|丰宁满族自治县|县级|在用
130827|宽城满族自治县|县级|在用
130828|围场满族蒙古族自治县|县级|在用
130881|平泉市|县级|在用
130902|新华区|县级|在用
130903|运河区|县级|在用
130921|沧县|县级|在用
130922|青县|县级|在用
130923|东光县|县级|在用
130924|海兴县|县级|在用
130925|盐山县|县级|在用
130926|肃宁县|县级|在用
130927|南皮县|县级|在用
130928|吴桥县|县级|在用
130929|献县|县级|在用
130930|孟村回族自治县|县级|在用
130981|泊头市|县级|在用
130982|任丘市|县级|在用
130983|黄骅市|县级|在用
130984|河间市|县级|在用
131002|安次区|县级|在用
131003|广阳区|县级|在用
131022|固安县|县级|在用
131023|永清县|县级|在用
131024|香河县|县级|在用
131025|大城县|县级|在用
131026|文安县|县级|在用
131028|大厂回族自治县|县级|在用
131081|霸州市|县级|在用
131082|三河市|县级|在用
131102|桃城区|县级|在用
131103|冀州区|县级|在用
131121|枣强县|县级|在用
131122|武邑县|县级|在用
131123|武强县|县级|在用
131124|饶阳县|县级|在用
131125|安平县|县级|在用
131126|故城县|县级|在用
131127|景县|县级|在用
131128|阜城县|县级|在用
131182|深州市|县级|在用
140105|小店区|县级|在用
140106|迎泽区|县级|在用
140107|杏花岭区|县级|在用
140108|尖草坪区|县级|在用
140109|万柏林区|县级|在用
140110|晋源区|县级|在用
140121|清徐县|县级|在用
140122|阳曲县|县级|在用
140123|娄烦县|县级|在用
140181|古交市|县级|在用
140212|新荣区|县级|在用
140213|平城区|县级|在用
140214|云冈区|县级|在用
140215|云州区|县级|在用
140221|阳高县|县级|在用
140222|天镇县|县级|在用
140223|广灵县|县级|在用
140224|灵丘县|县级|在用
140225|浑源县|县级|在用
140226|左云县|县级|在用
140302|城区|县级|在用
140303|矿区|县级|在用
140311|郊区|县级|在用
140321|平定县|县级|在用
140322|盂县|县级|在用
140403|潞州区|县级|在用
140404|上党区|县级|在用
140405|屯留区|县级|在用
140406|潞城区|县级|在用
140423|襄垣县|县级|在用
140425|平顺县|县级|在用
140426|黎城县|县级|在用
140427|壶关县|县级|在用
140428|长子县|县级|在用
140429|武乡县|县级|在用
140430|沁县|县级|在用
140431|沁源县|县级|在用
140502|城区|县级|在用
140521|沁水县|县级|在用
140522|阳城县|县级|在用
140524|陵川县|县级|在用
140525|泽州县|县级|在用
140581|高平市|县级|在用
140602|朔城区|县级|在用
140603|平鲁区|县级|在用
140621|山阴县|县级|在用
140622|应县|县级|在用
140623|右玉县|县级|在用
140681|怀仁市|县级|在用
140702|榆次区|县级|在用
140703|太谷区|县级|在用
140721|榆社县|县级|在用
140722|左权县|县级|在用
140723|和顺县|县级|在用
140724|昔阳县|县级|在用
140725|寿阳县|县级|在用
140727|祁县|县级|在用
140728|平遥县|县级|在用
140729|灵石县|县级|在用
140781|介休市|县级|在用
140802|盐湖区|县级|在用
140821|临猗县|县级|在用
140822|万荣县|县级|在用
140823|闻喜县|县级|在用
140824|稷山县|县级|在用
140825|新绛县|县级|在用
140826|绛县|县级|在用
140827|垣曲县|县级|在用
140828|夏县|县级|在用
140829|平陆县|县级|在用
140830|芮城县|县级|在用
140881|永济市|县级|在用
140882|河津市|县级|在用
140902|忻府区|县级|在用
140921|定襄县|县级|在用
140922|五台县|县级|在用
140923|代县|县级|在用
140924|繁峙县|县级|在用
140925|宁武县|县级|在用
140926|静乐县|县级|在用
140927|神池县|县级|在用
140928|五寨县|县级|在用
140929|岢岚县|县级|在用
140930|河曲县|县级|在用
140931|保德县|县级|在用
140932|偏关县|县级|在用
140981|原平市|县级|在用
141002|尧都区|县级|在用
141021|曲沃县|县级|在用
141022|翼城县|县级|在用
141023|襄汾县|县级|在用
141024|洪洞县|县级|在用
141025|古县|县级|在用
141026|安泽县|县级|在用
141027|浮山县|县级|在用
141028|吉县|县级|在用
141029|乡宁县|县级|在用
141030|大宁县|县级|在用
141031|隰县|县级|在用
141032|永和县|县级|在用
141033|蒲县|县级|在用
141034|汾西县|县级|在用
141081|侯马市|县级|在用
141082|霍州市|县级|在用
141102|离石区|县级|在用
141121|文水县|县级|在用
141122|交城县|县级|在用
141123|兴县|县级|在用
141124|临县|县级|在用
141125|柳林县|县级|在用
141126|石楼县|县级|在用
141127|岚县|县级|在用
141128|方山县|县级|在用
141129|中阳县|县级|在用
141130|交口县|县级|在用
141181|孝义市|县级|在用
141182|汾阳市|县级|在用
150102|新城区|县级|在用
150103|回民区|县级|在用
150104|玉泉区|县级|在用
150105|赛罕区|县级|在用
150121|土默特左旗|县级|在用
150122|托克托县|县级|在用
150123|和林格尔县|县级|在用
150124|清水河县|县级|在用
150125|武川县|县级|在用
150202|东河区|县级|在用
150203|昆都仑区|县级|在用
150204|青山区|县级|在用
150205|石拐区|县级|在用
150206|白云鄂博矿区|县级|在用
150207|九原区|县级|在用
150221|土默特右旗|县级|在用
150222|固阳县|县级|在用
150223|达尔罕茂明安联合旗|县级|在用
150302|海勃湾区|县级|在用
150303|海南区|县级|在用
150304|乌达区|县级|在用
150402|红山区|县级|在用
150403|元宝山区|县级|在用
150404|松山区|县级|在用
150421|阿鲁科尔沁旗|县级|在用
150422|巴林左旗|县级|在用
150423|巴林右旗|县级|在用
150424|林西县|县级|在用
150425|克什克腾旗|县级|在用
150426|翁牛特旗|县级|在用
150428|喀喇沁旗|县级|在用
150429|宁城县|县级|在用
150430|敖汉旗|县级|在用
150502|科尔沁区|县级|在用
150521|科尔沁左翼中旗|县级|在用
150522|科尔沁左翼后旗|县级|在用
150523|开鲁县|县级|在用
150524|库伦旗|县级|在用
150525|奈曼旗|县级|在用
150526|扎鲁特旗|县级|在用
150581|霍林郭勒市|县级|在用
150602|东胜区|县级|在用
150603|康巴什区|县级|在用
150621|达拉特旗|县级|在用
150622|准格尔旗|县级|在用
150623|鄂托克前旗|县级|在用
150624|鄂托克旗|县级|在用
150625|杭锦旗|县级|在用
150626|乌审旗|县级|在用
150627|伊金霍洛旗|县级|在用
150702|海拉尔区|县级|在用
150703|扎赉诺尔区|县级|在用
150721|阿荣旗|县级|在用
150722|莫力达瓦达斡尔族自治旗|县级|在用
150723|鄂伦春自治旗|县级|在用
150724|鄂温克族自治旗|县级|在用
150725|陈巴尔虎旗|县级|在用
150726|新巴尔虎左旗|县级|在用
150727|新巴尔虎右旗|县级|在用
150781|满洲里市|县级|在用
150782|牙克石市|县级|在用
150783|扎兰屯市|县级|在用
150784|额尔古纳市|县级|在用
150785|根河市|县级|在用
150802|临河区|县级|在用
150821|五原县|县级|在用
150822|磴口县|县级|在用
150823|乌拉特前旗|县级|在用
150824|乌拉特中旗|县级|在用
150825|乌拉特后旗|县级|在用
150826|杭锦后旗|县级|在用
150902|集宁区|县级|在用
150921|卓资县|县级|在用
150922|化德县|县级|在用
150923|商都县|县级|在用
150924|兴和县|县级|在用
150925|凉城县|县级|在用
150926|察哈尔右翼前旗|县级|在用
150927|察哈尔右翼中旗|县级|在用
150928|察哈尔右翼后旗|县级|在用
150929|四子王旗|县级|在用
150981|丰镇市|县级|在用
152201|乌兰浩特市|县级|在用
152202|阿尔山市|县级|在用
152221|科尔沁右翼前旗|县级|在用
152222|科尔沁右翼中旗|县级|在用
152223|扎赉特旗|县级|在用
152224|突泉县|县级|在用
152501|二连浩特市|县级|在用
152502|锡林浩特市|县级|在用
152522|阿巴嘎旗|县级|在用
152523|苏尼特左旗|县级|在用
152524|苏尼特右旗|县级|在用
152525|东乌珠穆沁旗|县级|在用
152526|西乌珠穆沁旗|县级|在用
152527|太仆寺旗|县级|在用
152528|镶黄旗|县级|在用
152529|正镶白旗|县级|在用
152530|正蓝旗|县级|在用
152531|多伦县|县级|在用
152921|阿拉善左旗|县级|在用
152922|阿拉善右旗|县级|在用
152923|额济纳旗|县级|在用
210102|和平区|县级|在用
210103|沈河区|县级|在用
210104|大东区|县级|在用
210105|皇姑区|县级|在用
210106|铁西区|县级|在用
210111|苏家屯区|县级|在用
210112|浑南区|县级|在用
210113|沈北新区|县级|在用
210114|于洪区|县级|在用
210115|辽中区|县级|在用
210123|康平县|县级|在用
210124|法库县|县级|在用
210181|新民市|县级|在用
210202|中山区|县级|在用
210203|西岗区|县级|在用
210204|沙河口区|县级|在用
210211|甘井子区|县级|在用
210212|旅顺口区|县级|在用
210213|金州区|县级|在用
210214|普兰店区|县级|在用
210224|长海县|县级|在用
210281|瓦房店市|县级|在用
210283|庄河市|县级|在用
210302|铁东区|县级|在用
210303|铁西区|县级|在用
210304|立山区|县级|在用
210311|千山区|县级|在用
210321|台安县|县级|在用
210323|岫岩满族自治县|县级|在用
210381|海城市|县级|在用
210402|新抚区|县级|在用
210403|东洲区|县级|在用
210404|望花区|县级|在用
210411|顺城区|县级|在用
210421|抚顺县|县级|在用
210422|新宾满族自治县|县级|在用
210423|清原满族自治县|县级|在用
210502|平山区|县级|在用
210503|溪湖区|县级|在用
210504|明山区|县级|在用
210505|南芬区|县级|在用
210521|本溪满族自治县|县级|在用
210522|桓仁满族自治县|县级|在用
210602|元宝区|县级|在用
210603|振兴区|县级|在用
210604|振安区|县级|在用
210624|宽甸满族自治县|县级|在用
210681|东港市|县级|在用
210682|凤城市|县级|在用
210702|古塔区|县级|在用
210703|凌河区|县级|在用
210711|太和区|县级|在用
210726|黑山县|县级|在用
210727|义县|县级|在用
210781|凌海市|县级|在用
210782|北镇市|县级|在用
210802|站前区|县级|在用
210803|西市区|县级|在用
210804|鲅鱼圈区|县级|在用
210811|老边区|县级|在用
210881|盖州市|县级|在用
210882|大石桥市|县级|在用
210902|海州区|县级|在用
210903|新邱区|县级|在用
210904|太平区|县级|在用
210905|清河门区|县级|在用
210911|细河区|县级|在用
210921|阜新蒙古族自治县|县级|在用
210922|彰武县|县级|在用
211002|白塔区|县级|在用
211003|文圣区|县级|在用
211004|宏伟区|县级|在用
211005|弓长岭区|县级|在用
211011|太子河区|县级|在用
211021|辽阳县|县级|在用
211081|灯塔市|县级|在用
211102|双台子区|县级|在用
211103|兴隆台区|县级|在用
211104|大洼区|县级|在用
211122|盘山县|县级|在用
211202|银州区|县级|在用
211204|清河区|县级|在用
211221|铁岭县|县级|在用
211223|西丰县|县级|在用
211224|昌图县|县级|在用
211281|调兵山市|县级|在用
211282|开原市|县级|在用
211302|双塔区|县级|在用
211303|龙城区|县级|在用
211321|朝阳县|县级|在用
211322|建平县|县级|在用
211324|喀喇沁左翼蒙古族自治县|县级|在用
211381|北票市|县级|在用
211382|凌源市|县级|在用
211402|连山区|县级|在用
211403|龙港区|县级|在用
211404|南票区|县级|在用
211421|绥中县|县级|在用
211422|建昌县|县级|在用
211481|兴城市|县级|在用
220102|南关区|县级|在用
220103|宽城区|县级|在用
220104|朝阳区|县级|在用
220105|二道区|县级|在用
220106|绿园区|县级|在用
220112|双阳区|县级|在用
220113|九台区|县级|在用
220122|农安县|县级|在用
220182|榆树市|县级|在用
220183|德惠市|县级|在用
220184|公主岭市|县级|在用
220202|昌邑区|县级|在用
220203|龙潭区|县级|在用
220204|船营区|县级|在用
220211|丰满区|县级|在用
220221|永吉县|县级|在用
220281|蛟河市|县级|在用
220282|桦甸市|县级|在用
220283|舒兰市|县级|在用
220284|磐石市|县级|在用
220302|铁西区|县级|在用
220303|铁东区|县级|在用
220322|梨树县|县级|在用
220323|伊通满族自治县|县级|在用
220382|双辽市|县级|在用
220402|龙山区|县级|在用
220403|西安区|县级|在用
220421|东丰县|县级|在用
220422|东辽县|县级|在用
220502|东昌区|县级|在用
220503|二道江区|县级|在用
220521|通化县|县级|在用
220523|辉南县|县级|在用
220524|柳河县|县级|在用
220581|梅河口市|县级|在用
220582|集安市|县级|在用
220602|浑江区|县级|在用
220605|江源区|县级|在用
220621|抚松县|县级|在用
220622|靖宇县|县级|在用
220623|长白朝鲜族自治县|县级|在用
220681|临江市|县级|在用
220702|宁江区|县级|在用
220721|前郭尔罗斯蒙古族自治县|县级|在用
220722|长岭县|县级|在用
220723|乾安县|县级|在用
220781|扶余市|县级|在用
220802|洮北区|县级|在用
220821|镇赉县|县级|在用
220822|通榆县|县级|在用
220881|洮南市|县级|在用
220882|大安市|县级|在用
222401|延吉市|县级|在用
222402|图们市|县级|在用
222403|敦化市|县级|在用
222404|珲春市|县级|在用
222405|龙井市|县级|在用
222406|和龙市|县级|在用
222424|汪清县|县级|在用
222426|安图县|县级|在用
230102|道里区|县级|在用
230103|南岗区|县级|在用
230104|道外区|县级|在用
230108|平房区|县级|在用
230109|松北区|县级|在用
230110|香坊区|县级|在用
230111|呼兰区|县级|在用
230112|阿城区|县级|在用
230113|双城区|县级|在用
230123|依兰县|县级|在用
230124|方正县|县级|在用
230125|宾县|县级|在用
230126|巴彦县|县级|在用
230127|木兰县|县级|在用
230128|通河县|县级|在用
230129|延寿县|县级|在用
230183|尚志市|县级|在用
230184|五常市|县级|在用
230202|龙沙区|县级|在用
230203|建华区|县级|在用
230204|铁锋区|县级|在用
230205|昂昂溪区|县级|在用
230206|富拉尔基区|县级|在用
230207|碾子山区|县级|在用
230208|梅里斯达斡尔族区|县级|在用
230221|龙江县|县级|在用
230223|依安县|县级|在用
230224|泰来县|县级|在用
230225|甘南县|县级|在用
230227|富裕县|县级|在用
230229|克山县|县级|在用
230230|克东县|县级|在用
230231|拜泉县|县级|在用
230281|讷河市|县级|在用
230302|鸡冠区|县级|在用
230303|恒山区|县级|在用
230304|滴道区|县级|在用
230305|梨树区|县级|在用
230306|城子河区|县级|在用
230307|麻山区|县级|在用
230321|鸡东县|县级|在用
230381|虎林市|县级|在用
230382|密山市|县级|在用
230402|向阳区|县级|在用
230403|工农区|县级|在用
230404|南山区|县级|在用
230405|兴安区|县级|在用
230406|东山区|县级|在用
230407|兴山区|县级|在用
230421|萝北县|县级|在用
230422|绥滨县|县级|在用
230502|尖山区|县级|在用
230503|岭东区|县级|在用
230505|四方台区|县级|在用
230506|宝山区|县级|在用
230521|集贤县|县级|在用
230522|友谊县|县级|在用
230523|宝清县|县级|在用
230524|饶河县|县级|在用
230602|萨尔图区|县级|在用
230603|龙凤区|县级|在用
230604|让胡路区|县级|在用
230605|红岗区|县级|在用
230606|大同区|县级|在用
230621|肇州县|县级|在用
230622|肇源县|县级|在用
230623|林甸县|县级|在用
230624|杜尔伯特蒙古族自治县|县级|在用
230717|伊美区|县级|在用
230718|乌翠区|县级|在用
230719|友好区|县级|在用
230722|嘉荫县|县级|在用
230723|汤旺县|县级|在用
230724|丰林县|县级|在用
230725|大箐山县|县级|在用
230726|南岔县|县级|在用
230751|金林区|县级|在用
230781|铁力市|县级|在用
230803|向阳区|县级|在用
230804|前进区|县级|在用
230805|东风区|县级|在用
230811|郊区|县级|在用
230822|桦南县|县级|在用
230826|桦川县|县级|在用
230828|汤原县|县级|在用
230881|同江市|县级|在用
230882|富锦市|县级|在用
230883|抚远市|县级|在用
230902|新兴区|县级|在用
230903|桃山区|县级|在用
230904|茄子河区|县级|在用
230921|勃利县|县级|在用
231002|东安区|县级|在用
231003|阳明区|县级|在用
231004|爱民区|县级|在用
231005|西安区|县级|在用
231025|林口县|县级|在用
231081|绥芬河市|县级|在用
231083|海林市|县级|在用
231084|宁安市|县级|在用
231085|穆棱市|县级|在用
231086|东宁市|县级|在用
231102|爱辉区|县级|在用
231123|逊克县|县级|在用
231124|孙吴县|县级|在用
231181|北安市|县级|在用
231182|五大连池市|县级|在用
231183|嫩江市|县级|在用
231202|北林区|县级|在用
231221|望奎县|县级|在用
231222|兰西县|县级|在用
231223|青冈县|县级|在用
231224|庆安县|县级|在用
231225|明水县|县级|在用
231226|绥棱县|县级|在用
231281|安达市|县级|在用
231282|肇东市|县级|在用
231283|海伦市|县级|在用
232701|漠河市|县级|在用
232721|呼玛县|县级|在用
232722|塔河县|县级|在用
310101|黄浦区|县级|在用
310104|徐汇区|县级|在用
310105|长宁区|县级|在用
310106|静安区|县级|在用
310107|普陀区|县级|在用
310109|虹口区|县级|在用
310110|杨浦区|县级|在用
310112|闵行区|县级|在用
310113|宝山区|县级|在用
310114|嘉定区|县级|在用
310115|浦东新区|县级|在用
310116|金山区|县级|在用
310117|松江区|县级|在用
310118|青浦区|县级|在用
310120|奉贤区|县级|在用
310151|崇明区|县级|在用
320102|玄武区|县级|在用
320104|秦淮区|县级|在用
320105|建邺区|县级|在用
320106|鼓楼区|县级|在用
320111|浦口区|县级|在用
320113|栖霞区|县级|在用
320114|雨花台区|县级|在用
320115|江宁区|县级|在用
320116|六合区|县级|在用
320117|溧水区|县级|在用
320118|高淳区|县级|在用
320205|锡山区|县级|在用
320206|惠山区|县级|在用
320211|滨湖区|县级|在用
320213|梁溪区|县级|在用
320214|新吴区|县级|在用
320281|江阴市|县级|在用
320282|宜兴市|县级|在用
320302|鼓楼区|县级|在用
320303|云龙区|县级|在用
320305|贾汪区|县级|在用
320311|泉山区|县级|在用
320312|铜山区|县级|在用
320321|丰县|县级|在用
320322|沛县|县级|在用
320324|睢宁县|县级|在用
320381|新沂市|县级|在用
320382|邳州市|县级|在用
320402|天宁区|县级|在用
320404|钟楼区|县级|在用
320411|新北区|县级|在用
320412|武进区|县级|在用
320413|金坛区|县级|在用
320481|溧阳市|县级|在用
320505|虎丘区|县级|在用
320506|吴中区|县级|在用
320507|相城区|县级|在用
320508|姑苏区|县级|在用
320509|吴江区|县级|在用
320581|常熟市|县级|在用
320582|张家港市|县级|在用
320583|昆山市|县级|在用
320585|太仓市|县级|在用
320612|通州区|县级|在用
320613|崇川区|县级|在用
320614|海门区|县级|在用
320623|如东县|县级|在用
320681|启东市|县级|在用
320682|如皋市|县级|在用
320685|海安市|县级|在用
320703|连云区|县级|在用
320706|海州区|县级|在用
320707|赣榆区|县级|在用
320722|东海县|县级|在用
320723|灌云县|县级|在用
320724|灌南县|县级|在用
320803|淮安区|县级|在用
320804|淮阴区|县级|在用
320812|清江浦区|县级|在用
320813|洪泽区|县级|在用
320826|涟水县|县级|在用
320830|盱眙县|县级|在用
320831|金湖县|县级|在用
320902|亭湖区|县级|在用
320903|盐都区|县级|在用
320904|大丰区|县级|在用
320921|响水县|县级|在用
320922|滨海县|县级|在用
320923|阜宁县|县级|在用
320924|射阳县|县级|在用
320925|建湖县|县级|在用
320981|东台市|县级|在用
321002|广陵区|县级|在用
321003|邗江区|县级|在用
321012|江都区|县级|在用
321023|宝应县|县级|在用
321081|仪征市|县级|在用
321084|高邮市|县级|在用
321102|京口区|县级|在用
321111|润州区|县级|在用
321112|丹徒区|县级|在用
321181|丹阳市|县级|在用
321182|扬中市|县级|在用
321183|句容市|县级|在用
321202|海陵区|县级|在用
321203|高港区|县级|在用
321204|姜堰区|县级|在用
321281|兴化市|县级|在用
321282|靖江市|县级|在用
321283|泰兴市|县级|在用
321302|宿城区|县级|在用
321311|宿豫区|县级|在用
321322|沭阳县|县级|在用
321323|泗阳县|县级|在用
321324|泗洪县|县级|在用
330102|上城区|县级|在用
330105|拱墅区|县级|在用
330106|西湖区|县级|在用
330108|滨江区|县级|在用
330109|萧山区|县级|在用
330110|余杭区|县级|在用
330111|富阳区|县级|在用
330112|临安区|县级|在用
330113|临平区|县级|在用
330114|钱塘区|县级|在用
330122|桐庐县|县级|在用
330127|淳安县|县级|在用
330182|建德市|县级|在用
330203|海曙区|县级|在用
330205|江北区|县级|在用
330206|北仑区|县级|在用
330211|镇海区|县级|在用
330212|鄞州区|县级|在用
330213|奉化区|县级|在用
330225|象山县|县级|在用
330226|宁海县|县级|在用
330281|余姚市|县级|在用
330282|慈溪市|县级|在用
330302|鹿城区|县级|在用
330303|龙湾区|县级|在用
330304|瓯海区|县级|在用
330305|洞头区|县级|在用
330324|永嘉县|县级|在用
330326|平阳县|县级|在用
330327|苍南县|县级|在用
330328|文成县|县级|在用
330329|泰顺县|县级|在用
330381|瑞安市|县级|在用
330382|乐清市|县级|在用
330383|龙港市|县级|在用
330402|南湖区|县级|在用
330411|秀洲区|县级|在用
330421|嘉善县|县级|在用
330424|海盐县|县级|在用
330481|海宁市|县级|在用
330482|平湖市|县级|在用
330483|桐乡市|县级|在用
330502|吴兴区|县级|在用
330503|南浔区|县级|在用
330521|德清县|县级|在用
330522|长兴县|县级|在用
330523|安吉县|县级|在用
330602|越城区|县级|在用
330603|柯桥区|县级|在用
330604|上虞区|县级|在用
330624|新昌县|县级|在用
330681|诸暨市|县级|在用
330683|嵊州市|县级|在用
330702|婺城区|县级|在用
330703|金东区|县级|在用
330723|武义县|县级|在用
330726|浦江县|县级|在用
330727|磐安县|县级|在用
330781|兰溪市|县级|在用
330782|义乌市|县级|在用
330783|东阳市|县级|在用
330784|永康市|县级|在用
330802|柯城区|县级|在用
330803|衢江区|县级|在用
330822|常山县|县级|在用
330824|开化县|县级|在用
330825|龙游县|县级|在用
330881|江山市|县级|在用
330902|定海区|县级|在用
330903|普陀区|县级|在用
330921|岱山县|县级|在用
330922|嵊泗县|县级|在用
331002|椒江区|县级|在用
331003|黄岩区|县级|在用
331004|路桥区|县级|在用
331022|三门县|县级|在用
331023|天台县|县级|在用
331024|仙居县|县级|在用
331081|温岭市|县级|在用
331082|临海市|县级|在用
331083|玉环市|县级|在用
331102|莲都区|县级|在用
331121|青田县|县级|在用
331122|缙云县|县级|在用
331123|遂昌县|县级|在用
331124|松阳县|县级|在用
331125|云和县|县级|在用
331126|庆元县|县级|在用
331127|景宁畲族自治县|县级|在用
331181|龙泉市|县级|在用
340102|瑶海区|县级|在用
340103|庐阳区|县级|在用
340104|蜀山区|县级|在用
340111|包河区|县级|在用
340121|长丰县|县级|在用
340122|肥东县|县级|在用
340123|肥西县|县级|在用
340124|庐江县|县级|在用
340181|巢湖市|县级|在用
340202|镜湖区|县级|在用
340207|鸠江区|县级|在用
340209|弋江区|县级|在用
340210|湾沚区|县级|在用
340212|繁昌区|县级|在用
340223|南陵县|县级|在用
340281|无为市|县级|在用
340302|龙子湖区|县级|在用
340303|蚌山区|县级|在用
340304|禹会区|县级|在用
340311|淮上区|县级|在用
340321|怀远县|县级|在用
340322|五河县|县级|在用
340323|固镇县|县级|在用
340402|大通区|县级|在用
340403|田家庵区|县级|在用
340404|谢家集区|县级|在用
340405|八公山区|县级|在用
340406|潘集区|县级|在用
340421|凤台县|县级|在用
340422|寿县|县级|在用
340503|花山区|县级|在用
340504|雨山区|县级|在用
340506|博望区|县级|在用
340521|当涂县|县级|在用
340522|含山县|县级|在用
340523|和县|县级|在用
340602|杜集区|县级|在用
340603|相山区|县级|在用
340604|烈山区|县级|在用
340621|濉溪县|县级|在用
340705|铜官区|县级|在用
340706|义安区|县级|在用
340711|郊区|县级|在用
340722|枞阳县|县级|在用
340802|迎江区|县级|在用
340803|大观区|县级|在用
340811|宜秀区|县级|在用
340822|怀宁县|县级|在用
340825|太湖县|县级|在用
340826|宿松县|县级|在用
340827|望江县|县级|在用
340828|岳西县|县级|在用
340881|桐城市|县级|在用
340882|潜山市|县级|在用
341002|屯溪区|县级|在用
341003|黄山区|县级|在用
341004|徽州区|县级|在用
341021|歙县|县级|在用
341022|休宁县|县级|在用
341023|黟县|县级|在用
341024|祁门县|县级|在用
341102|琅琊区|县级|在用
341103|南谯区|县级|在用
341122|来安县|县级|在用
341124|全椒县|县级|在用
341125|定远县|县级|在用
341126|凤阳县|县级|在用
341181|天长市|县级|在用
341182|明光市|县级|在用
341202|颍州区|县级|在用
341203|颍东区|县级|在用
341204|颍泉区|县级|在用
341221|临泉县|县级|在用
341222|太和县|县级|在用
341225|阜南县|县级|在用
341226|颍上县|县级|在用
341282|界首市|县级|在用
341302|埇桥区|县级|在用
341321|砀山县|县级|在用
341322|萧县|县级|在用
341323|灵璧县|县级|在用
341324|泗县|县级|在用
341502|金安区|县级|在用
341503|裕安区|县级|在用
341504|叶集区|县级|在用
341522|霍邱县|县级|在用
341523|舒城县|县级|在用
341524|金寨县|县级|在用
341525|霍山县|县级|在用
341602|谯城区|县级|在用
341621|涡阳县|县级|在用
341622|蒙城县|县级|在用
341623|利辛县|县级|在用
341702|贵池区|县级|在用
341721|东至县|县级|在用
341722|石台县|县级|在用
341723|青阳县|县级|在用
341802|宣州区|县级|在用
341821|郎溪县|县级|在用
341823|泾县|县级|在用
341824|绩溪县|县级|在用
341825|旌德县|县级|在用
341881|宁国市|县级|在用
341882|广德市|县级|在用
350102|鼓楼区|县级|在用
350103|台江区|县级|在用
350104|仓山区|县级|在用
350105|马尾区|县级|在用
350111|晋安区|县级|在用
350112|长乐区|县级|在用
350121|闽侯县|县级|在用
350122|连江县|县级|在用
350123|罗源县|县级|在用
350124|闽清县|县级|在用
350125|永泰县|县级|在用
350128|平潭县|县级|在用
350181|福清市|县级|在用
350203|思明区|县级|在用
350205|海沧区|县级|在用
350206|湖里区|县级|在用
350211|集美区|县级|在用
350212|同安区|县级|在用
350213|翔安区|县级|在用
350302|城厢区|县级|在用
350303|涵江区|县级|在用
350304|荔城区|县级|在用
350305|秀屿区|县级|在用
350322|仙游县|县级|在用
350404|三元区|县级|在用
350405|沙县区|县级|在用
350421|明溪县|县级|在用
350423|清流县|县级|在用
350424|宁化县|县级|在用
350425|大田县|县级|在用
350426|尤溪县|县级|在用
350428|将乐县|县级|在用
350429|泰宁县|县级|在用
350430|建宁县|县级|在用
350481|永安市|县级|在用
350502|鲤城区|县级|在用
350503|丰泽区|县级|在用
350504|洛江区|县级|在用
350505|泉港区|县级|在用
350521|惠安县|县级|在用
350524|安溪县|县级|在用
350525|永春县|县级|在用
350526|德化县|县级|在用
350527|金门县|县级|在用
350581|石狮市|县级|在用
350582|晋江市|县级|在用
350583|南安市|县级|在用
350602|芗城区|县级|在用
350603|龙文区|县级|在用
350604|龙海区|县级|在用
350605|长泰区|县级|在用
350622|云霄县|县级|在用
350623|漳浦县|县级|在用
350624|诏安县|县级|在用
350626|东山县|县级|在用
350627|南靖县|县级|在用
350628|平和县|县级|在用
350629|华安县|县级|在用
350702|延平区|县级|在用
350703|建阳区|县级|在用
350721|顺昌县|县级|在用
350722|浦城县|县级|在用
350723|光泽县|县级|在用
350724|松溪县|县级|在用
350725|政和县|县级|在用
350781|邵武市|县级|在用
350782|武夷山市|县级|在用
350783|建瓯市|县级|在用
350802|新罗区|县级|在用
350803|永定区|县级|在用
350821|长汀县|县级|在用
350823|上杭县|县级|在用
350824|武平县|县级|在用
350825|连城县|县级|在用
350881|漳平市|县级|在用
350902|蕉城区|县级|在用
350921|霞浦县|县级|在用
350922|古田县|县级|在用
350923|屏南县|县级|在用
350924|寿宁县|县级|在用
350925|周宁县|县级|在用
350926|柘荣县|县级|在用
350981|福安市|县级|在用
350982|福鼎市|县级|在用
360102|东湖区|县级|在用
360103|西湖区|县级|在用
360104|青云谱区|县级|在用
360111|青山湖区|县级|在用
360112|新建区|县级|在用
360113|红谷滩区|县级|在用
360121|南昌县|县级|在用
360123|安义县|县级|在用
360124|进贤县|县级|在用
360202|昌江区|县级|在用
360203|珠山区|县级|在用
360222|浮梁县|县级|在用
360281|乐平市|县级|在用
360302|安源区|县级|在用
360313|湘东区|县级|在用
360321|莲花县|县级|在用
360322|上栗县|县级|在用
360323|芦溪县|县级|在用
360402|濂溪区|县级|在用
360403|浔阳区|县级|在用
360404|柴桑区|县级|在用
360423|武宁县|县级|在用
360424|修水县|县级|在用
360425|永修县|县级|在用
360426|德安县|县级|在用
360428|都昌县|县级|在用
360429|湖口县|县级|在用
360430|彭泽县|县级|在用
360481|瑞昌市|县级|在用
360482|共青城市|县级|在用
360483|庐山市|县级|在用
360502|渝水区|县级|在用
360521|分宜县|县级|在用
360602|月湖区|县级|在用
360603|余江区|县级|在用
360681|贵溪市|县级|在用
360702|章贡区|县级|在用
360703|南康区|县级|在用
360704|赣县区|县级|在用
360722|信丰县|县级|在用
360723|大余县|县级|在用
360724|上犹县|县级|在用
360725|崇义县|县级|在用
360726|安远县|县级|在用
360728|定南县|县级|在用
360729|全南县|县级|在用
360730|宁都县|县级|在用
360731|于都县|县级|在用
360732|兴国县|县级|在用
360733|会昌县|县级|在用
360734|寻乌县|县级|在用
360735|石城县|县级|在用
360781|瑞金市|县级|在用
360783|龙南市|县级|在用
360802|吉州区|县级|在用
360803|青原区|县级|在用
360821|吉安县|县级|在用
360822|吉水县|县级|在用
360823|峡江县|县级|在用
360824|新干县|县级|在用
360825|永丰县|县级|在用
360826|泰和县|县级|在用
360827|遂川县|县级|在用
360828|万安县|县级|在用
360829|安福县|县级|在用
360830|永新县|县级|在用
360881|井冈山市|县级|在用
360902|袁州区|县级|在用
360921|奉新县|县级|在用
360922|万载县|县级|在用
360923|上高县|县级|在用
360924|宜丰县|县级|在用
360925|靖安县|县级|在用
360926|铜鼓县|县级|在用
360981|丰城市|县级|在用
360982|樟树市|县级|在用
360983|高安市|县级|在用
361002|临川区|县级|在用
361003|东乡区|县级|在用
361021|南城县|县级|在用
361022|黎川县|县级|在用
361023|南丰县|县级|在用
361024|崇仁县|县级|在用
361025|乐安县|县级|在用
361026|宜黄县|县级|在用
361027|金溪县|县级|在用
361028|资溪县|县级|在用
361030|广昌县|县级|在用
361102|信州区|县级|在用
361103|广丰区|县级|在用
361104|广信区|县级|在用
361123|玉山县|县级|在用
361124|铅山县|县级|在用
361125|横峰县|县级|在用
361126|弋阳县|县级|在用
361127|余干县|县级|在用
361128|鄱阳县|县级|在用
361129|万年县|县级|在用
361130|婺源县|县级|在用
361181|德兴市|县级|在用
370102|历下区|县级|在用
370103|市中区|县级|在用
370104|槐荫区|县级|在用
370105|天桥区|县级|在用
370112|历城区|县级|在用
370113|长清区|县级|在用
370114|章丘区|县级|在用
370115|济阳区|县级|在用
370116|莱芜区|县级|在用
370117|钢城区|县级|在用
370124|平阴县|县级|在用
370126|商河县|县级|在用
370202|市南区|县级|在用
370203|市北区|县级|在用
370211|黄岛区|县级|在用
370212|崂山区|县级|在用
370213|李沧区|县级|在用
370214|城阳区|县级|在用
370215|即墨区|县级|在用
370281|胶州市|县级|在用
370283|平度市|县级|在用
370285|莱西市|县级|在用
370302|淄川区|县级|在用
370303|张店区|县级|在用
370304|博山区|县级|在用
370305|临淄区|县级|在用
370306|周村区|县级|在用
370321|桓台县|县级|在用
370322|高青县|县级|在用
370323|沂源县|县级|在用
370402|市中区|县级|在用
370403|薛城区|县级|在用
370404|峄城区|县级|在用
370405|台儿庄区|县级|在用
370406|山亭区|县级|在用
370481|滕州市|县级|在用
370502|东营区|县级|在用
370503|河口区|县级|在用
370505|垦利区|县级|在用
370522|利津县|县级|在用
370523|广饶县|县级|在用
370602|芝罘区|县级|在用
370611|福山区|县级|在用
370612|牟平区|县级|在用
370613|莱山区|县级|在用
370614|蓬莱区|县级|在用
370681|龙口市|县级|在用
370682|莱阳市|县级|在用
370683|莱州市|县级|在用
370685|招远市|县级|在用
370686|栖霞市|县级|在用
370687|海阳市|县级|在用
370702|潍城区|县级|在用
370703|寒亭区|县级|在用
370704|坊子区|县级|在用
370705|奎文区|县级|在用
370724|临朐县|县级|在用
370725|昌乐县|县级|在用
370781|青州市|县级|在用
370782|诸城市|县级|在用
370783|寿光市|县级|在用
370784|安丘市|县级|在用
370785|高密市|县级|在用
370786|昌邑市|县级|在用
370811|任城区|县级|在用
370812|兖州区|县级|在用
370826|微山县|县级|在用
370827|鱼台县|县级|在用
370828|金乡县|县级|在用
370829|嘉祥县|县级|在用
370830|汶上县|县级|在用
370831|泗水县|县级|在用
370832|梁山县|县级|在用
370881|曲阜市|县级|在用
370883|邹城市|县级|在用
370902|泰山区|县级|在用
370911|岱岳区|县级|在用
370921|宁阳县|县级|在用
370923|东平县|县级|在用
370982|新泰市|县级|在用
370983|肥城市|县级|在用
371002|环翠区|县级|在用
371003|文登区|县级|在用
371082|荣成市|县级|在用
371083|乳山市|县级|在用
371102|东港区|县级|在用
371103|岚山区|县级|在用
371121|五莲县|县级|在用
371122|莒县|县级|在用
371302|兰山区|县级|在用
371311|罗庄区|县级|在用
371312|河东区|县级|在用
371321|沂南县|县级|在用
371322|郯城县|县级|在用
371323|沂水县|县级|在用
371324|兰陵县|县级|在用
371325|费县|县级|在用
371326|平邑县|县级|在用
371327|莒南县|县级|在用
371328|蒙阴县|县级|在用
371329|临沭县|县级|在用
371402|德城区|县级|在用
371403|陵城区|县级|在用
371422|宁津县|县级|在用
371423|庆云县|县级|在用
371424|临邑县|县级|在用
371425|齐河县|县级|在用
371426|平原县|县级|在用
371427|夏津县|县级|在用
371428|武城县|县级|在用
371481|乐陵市|县级|在用
371482|禹城市|县级|在用
371502|东昌府区|县级|在用
371503|茌平区|县级|在用
371521|阳谷县|县级|在用
371522|莘县|县级|在用
371524|东阿县|县级|在用
371525|冠县|县级|在用
371526|高唐县|县级|在用
371581|临清市|县级|在用
371602|滨城区|县级|在用
371603|沾化区|县级|在用
371621|惠民县|县级|在用
371622|阳信县|县级|在用
371623|无棣县|县级|在用
371625|博兴县|县级|在用
371681|邹平市|县级|在用
371702|牡丹区|县级|在用
371703|定陶区|县级|在用
371721|曹县|县级|在用
371722|单县|县级|在用
371723|成武县|县级|在用
371724|巨野县|县级|在用
371725|郓城县|县级|在用
371726|鄄城县|县级|在用
371728|东明县|县级|在用
410102|中原区|县级|在用
410103|二七区|县级|在用
410104|管城回族区|县级|在用
410105|金水区|县级|在用
410106|上街区|县级|在用
410108|惠济区|县级|在用
410122|中牟县|县级|在用
410181|巩义市|县级|在用
410182|荥阳市|县级|在用
410183|新密市|县级|在用
410184|新郑市|县级|在用
410185|登封市|县级|在用
410202|龙亭区|县级|在用
410203|顺河回族区|县级|在用
410204|鼓楼区|县级|在用
410205|禹王台区|县级|在用
410212|祥符区|县级|在用
410221|杞县|县级|在用
410222|通许县|县级|在用
410223|尉氏县|县级|在用
410225|兰考县|县级|在用
410302|老城区|县级|在用
410303|西工区|县级|在用
410304|瀍河回族区|县级|在用
410305|涧西区|县级|在用
410307|偃师区|县级|在用
410308|孟津区|县级|在用
410311|洛龙区|县级|在用
410323|新安县|县级|在用
410324|栾川县|县级|在用
410325|嵩县|县级|在用
410326|汝阳县|县级|在用
410327|宜阳县|县级|在用
410328|洛宁县|县级|在用
410329|伊川县|县级|在用
410402|新华区|县级|在用
410403|卫东区|县级|在用
410404|石龙区|县级|在用
410411|湛河区|县级|在用
410421|宝丰县|县级|在用
410422|叶县|县级|在用
410423|鲁山县|县级|在用
410425|郏县|县级|在用
410481|舞钢市|县级|在用
410482|汝州市|县级|在用
410502|文峰区|县级|在用
410503|北关区|县级|在用
410505|殷都区|县级|在用
410506|龙安区|县级|在用
410522|安阳县|县级|在用
410523|汤阴县|县级|在用
410526|滑县|县级|在用
410527|内黄县|县级|在用
410581|林州市|县级|在用
410602|鹤山区|县级|在用
410603|山城区|县级|在用
410611|淇滨区|县级|在用
410621|浚县|县级|在用
410622|淇县|县级|在用
410702|红旗区|县级|在用
410703|卫滨区|县级|在用
410704|凤泉区|县级|在用
410711|牧野区|县级|在用
410721|新乡县|县级|在用
410724|获嘉县|县级|在用
410725|原阳县|县级|在用
410726|延津县|县级|在用
410727|封丘县|县级|在用
410781|卫辉市|县级|在用
410782|辉县市|县级|在用
410783|长垣市|县级|在用
410802|解放区|县级|在用
410803|中站区|县级|在用
410804|马村区|县级|在用
410811|山阳区|县级|在用
410821|修武县|县级|在用
410822|博爱县|县级|在用
410823|武陟县|县级|在用
410825|温县|县级|在用
410882|沁阳市|县级|在用
410883|孟州市|县级|在用
410902|华龙区|县级|在用
410922|清丰县|县级|在用
410923|南乐县|县级|在用
410926|范县|县级|在用
410927|台前县|县级|在用
410928|濮阳县|县级|在用
411002|魏都区|县级|在用
411003|建安区|县级|在用
411024|鄢陵县|县级|在用
411025|襄城县|县级|在用
411081|禹州市|县级|在用
411082|长葛市|县级|在用
411102|源汇区|县级|在用
411103|郾城区|县级|在用
411104|召陵区|县级|在用
411121|舞阳县|县级|在用
411122|临颍县|县级|在用
411202|湖滨区|县级|在用
411203|陕州区|县级|在用
411221|渑池县|县级|在用
411224|卢氏县|县级|在用
411281|义马市|县级|在用
411282|灵宝市|县级|在用
411302|宛城区|县级|在用
411303|卧龙区|县级|在用
411321|南召县|县级|在用
411322|方城县|县级|在用
411323|西峡县|县级|在用
411324|镇平县|县级|在用
411325|内乡县|县级|在用
411326|淅川县|县级|在用
411327|社旗县|县级|在用
411328|唐河县|县级|在用
411329|新野县|县级|在用
411330|桐柏县|县级|在用
411381|邓州市|县级|在用
411402|梁园区|县级|在用
411403|睢阳区|县级|在用
411421|民权县|县级|在用
411422|睢县|县级|在用
411423|宁陵县|县级|在用
411424|柘城县|县级|在用
411425|虞城县|县级|在用
411426|夏邑县|县级|在用
411481|永城市|县级|在用
411502|浉河区|县级|在用
411503|平桥区|县级|在用
411521|罗山县|县级|在用
411522|光山县|县级|在用
411523|新县|县级|在用
411524|商城县|县级|在用
411525|固始县|县级|在用
411526|潢川县|县级|在用
411527|淮滨县|县级|在用
411528|息县|县级|在用
411602|川汇区|县级|在用
411603|淮阳区|县级|在用
411621|扶沟县|县级|在用
411622|西华县|县级|在用
411623|商水县|县级|在用
411624|沈丘县|县级|在用
411625|郸城县|县级|在用
411627|太康县|县级|在用
411628|鹿邑县|县级|在用
411681|项城市|县级|在用
411702|驿城区|县级|在用
411721|西平县|县级|在用
411722|上蔡县|县级|在用
411723|平舆县|县级|在用
411724|正阳县|县级|在用
411725|确山县|县级|在用
411726|泌阳县|县级|在用
411727|汝南县|县级|在用
411728|遂平县|县级|在用
411729|新蔡县|县级|在用
419001|济源市|县级|在用
420102|江岸区|县级|在用
420103|江汉区|县级|在用
420104|硚口区|县级|在用
420105|汉阳区|县级|在用
420106|武昌区|县级|在用
420107|青山区|县级|在用
420111|洪山区|县级|在用
420112|东西湖区|县级|在用
420113|汉南区|县级|在用
420114|蔡甸区|县级|在用
420115|江夏区|县级|在用
420116|黄陂区|县级|在用
420117|新洲区|县级|在用
420202|黄石港区|县级|在用
420203|西塞山区|县级|在用
420204|下陆区|县级|在用
420205|铁山区|县级|在用
420222|阳新县|县级|在用
420281|大冶市|县级|在用
420302|茅箭区|县级|在用
420303|张湾区|县级|在用
420304|郧阳区|县级|在用
420322|郧西县|县级|在用
420323|竹山县|县级|在用
420324|竹溪县|县级|在用
420325|房县|县级|在用
420381|丹江口市|县级|在用
420502|西陵区|县级|在用
420503|伍家岗区|县级|在用
420504|点军区|县级|在用
420505|猇亭区|县级|在用
420506|夷陵区|县级|在用
420525|远安县|县级|在用
420526|兴山县|县级|在用
420527|秭归县|县级|在用
420528|长阳土家族自治县|县级|在用
420529|五峰土家族自治县|县级|在用
420581|宜都市|县级|在用
420582|当阳市|县级|在用
420583|枝江市|县级|在用
420602|襄城区|县级|在用
420606|樊城区|县级|在用
420607|襄州区|县级|在用
420624|南漳县|县级|在用
420625|谷城县|县级|在用
420626|保康县|县级|在用
420682|老河口市|县级|在用
420683|枣阳市|县级|在用
420684|宜城市|县级|在用
420702|梁子湖区|县级|在用
420703|华容区|县级|在用
420704|鄂城区|县级|在用
420802|东宝区|县级|在用
420804|掇刀区|县级|在用
420822|沙洋县|县级|在用
420881|钟祥市|县级|在用
420882|京山市|县级|在用
420902|孝南区|县级|在用
420921|孝昌县|县级|在用
420922|大悟县|县级|在用
420923|云梦县|县级|在用
420981|应城市|县级|在用
420982|安陆市|县级|在用
420984|汉川市|县级|在用
421002|沙市区|县级|在用
421003|荆州区|县级|在用
421022|公安县|县级|在用
421024|江陵县|县级|在用
421081|石首市|县级|在用
421083|洪湖市|县级|在用
421087|松滋市|县级|在用
421088|监利市|县级|在用
421102|黄州区|县级|在用
421121|团风县|县级|在用
421122|红安县|县级|在用
421123|罗田县|县级|在用
421124|英山县|县级|在用
421125|浠水县|县级|在用
421126|蕲春县|县级|在用
421127|黄梅县|县级|在用
421181|麻城市|县级|在用
421182|武穴市|县级|在用
421202|咸安区|县级|在用
421221|嘉鱼县|县级|在用
421222|通城县|县级|在用
421223|崇阳县|县级|在用
421224|通山县|县级|在用
421281|赤壁市|县级|在用
421303|曾都区|县级|在用
421321|随县|县级|在用
421381|广水市|县级|在用
422801|恩施市|县级|在用
422802|利川市|县级|在用
422822|建始县|县级|在用
422823|巴东县|县级|在用
422825|宣恩县|县级|在用
422826|咸丰县|县级|在用
422827|来凤县|县级|在用
422828|鹤峰县|县级|在用
429004|仙桃市|县级|在用
429005|潜江市|县级|在用
429006|天门市|县级|在用
429021|神农架林区|县级|在用
430102|芙蓉区|县级|在用
430103|天心区|县级|在用
430104|岳麓区|县级|在用
430105|开福区|县级|在用
430111|雨花区|县级|在用
430112|望城区|县级|在用
430121|长沙县|县级|在用
430181|浏阳市|县级|在用
430182|宁乡市|县级|在用
430202|荷塘区|县级|在用
430203|芦淞区|县级|在用
430204|石峰区|县级|在用
430211|天元区|县级|在用
430212|渌口区|县级|在用
430223|攸县|县级|在用
430224|茶陵县|县级|在用
430225|炎陵县|县级|在用
430281|醴陵市|县级|在用
430302|雨湖区|县级|在用
430304|岳塘区|县级|在用
430321|湘潭县|县级|在用
430381|湘乡市|县级|在用
430382|韶山市|县级|在用
430405|珠晖区|县级|在用
430406|雁峰区|县级|在用
430407|石鼓区|县级|在用
430408|蒸湘区|县级|在用
430412|南岳区|县级|在用
430421|衡阳县|县级|在用
430422|衡南县|县级|在用
430423|衡山县|县级|在用
430424|衡东县|县级|在用
430426|祁东县|县级|在用
430481|耒阳市|县级|在用
430482|常宁市|县级|在用
430502|双清区|县级|在用
430503|大祥区|县级|在用
430511|北塔区|县级|在用
430522|新邵县|县级|在用
430523|邵阳县|县级|在用
430524|隆回县|县级|在用
430525|洞口县|县级|在用
430527|绥宁县|县级|在用
430528|新宁县|县级|在用
430529|城步苗族自治县|县级|在用
430581|武冈市|县级|在用
430582|邵东市|县级|在用
430602|岳阳楼区|县级|在用
430603|云溪区|县级|在用
430611|君山区|县级|在用
430621|岳阳县|县级|在用
430623|华容县|县级|在用
430624|湘阴县|县级|在用
430626|平江县|县级|在用
430681|汨罗市|县级|在用
430682|临湘市|县级|在用
430702|武陵区|县级|在用
430703|鼎城区|县级|在用
430721|安乡县|县级|在用
430722|汉寿县|县级|在用
430723|澧县|县级|在用
430724|临澧县|县级|在用
430725|桃源县|县级|在用
430726|石门县|县级|在用
430781|津市市|县级|在用
430802|永定区|县级|在用
430811|武陵源区|县级|在用
430821|慈利县|县级|在用
430822|桑植县|县级|在用
430902|资阳区|县级|在用
430903|赫山区|县级|在用
430921|南县|县级|在用
430922|桃江县|县级|在用
430923|安化县|县级|在用
430981|沅江市|县级|在用
431002|北湖区|县级|在用
431003|苏仙区|县级|在用
431021|桂阳县|县级|在用
431022|宜章县|县级|在用
431023|永兴县|县级|在用
431024|嘉禾县|县级|在用
431025|临武县|县级|在用
431026|汝城县|县级|在用
431027|桂东县|县级|在用
431028|安仁县|县级|在用
431081|资兴市|县级|在用
431102|零陵区|县级|在用
431103|冷水滩区|县级|在用
431122|东安县|县级|在用
431123|双牌县|县级|在用
431124|道县|县级|在用
431125|江永县|县级|在用
431126|宁远县|县级|在用
431127|蓝山县|县级|在用
431128|新田县|县级|在用
431129|江华瑶族自治县|县级|在用
431181|祁阳市|县级|在用
431202|鹤城区|县级|在用
431221|中方县|县级|在用
431222|沅陵县|县级|在用
431223|辰溪县|县级|在用
431224|溆浦县|县级|在用
431225|会同县|县级|在用
431226|麻阳苗族自治县|县级|在用
431227|新晃侗族自治县|县级|在用
431228|芷江侗族自治县|县级|在用
431229|靖州苗族侗族自治县|县级|在用
431230|通道侗族自治县|县级|在用
431281|洪江市|县级|在用
431302|娄星区|县级|在用
431321|双峰县|县级|在用
431322|新化县|县级|在用
431381|冷水江市|县级|在用
431382|涟源市|县级|在用
433101|吉首市|县级|在用
433122|泸溪县|县级|在用
433123|凤凰县|县级|在用
433124|花垣县|县级|在用
433125|保靖县|县级|在用
433126|古丈县|县级|在用
433127|永顺县|县级|在用
433130|龙山县|县级|在用
440103|荔湾区|县级|在用
440104|越秀区|县级|在用
440105|海珠区|县级|在用
440106|天河区|县级|在用
440111|白云区|县级|在用
440112|黄埔区|县级|在用
440113|番禺区|县级|在用
440114|花都区|县级|在用
440115|南沙区|县级|在用
440117|从化区|县级|在用
440118|增城区|县级|在用
440203|武江区|县级|在用
440204|浈江区|县级|在用
440205|曲江区|县级|在用
440222|始兴县|县级|在用
440224|仁化县|县级|在用
440229|翁源县|县级|在用
440232|乳源瑶族自治县|县级|在用
440233|新丰县|县级|在用
440281|乐昌市|县级|在用
440282|南雄市|县级|在用
440303|罗湖区|县级|在用
440304|福田区|县级|在用
440305|南山区|县级|在用
440306|宝安区|县级|在用
440307|龙岗区|县级|在用
440308|盐田区|县级|在用
440309|龙华区|县级|在用
440310|坪山区|县级|在用
440311|光明区|县级|在用
440402|香洲区|县级|在用
440403|斗门区|县级|在用
440404|金湾区|县级|在用
440507|龙湖区|县级|在用
440511|金平区|县级|在用
440512|濠江区|县级|在用
440513|潮阳区|县级|在用
440514|潮南区|县级|在用
440515|澄海区|县级|在用
440523|南澳县|县级|在用
440604|禅城区|县级|在用
440605|南海区|县级|在用
440606|顺德区|县级|在用
440607|三水区|县级|在用
440608|高明区|县级|在用
440703|蓬江区|县级|在用
440704|江海区|县级|在用
440705|新会区|县级|在用
440781|台山市|县级|在用
440783|开平市|县级|在用
440784|鹤山市|县级|在用
440785|恩平市|县级|在用
440802|赤坎区|县级|在用
440803|霞山区|县级|在用
440804|坡头区|县级|在用
440811|麻章区|县级|在用
440823|遂溪县|县级|在用
440825|徐闻县|县级|在用
440881|廉江市|县级|在用
440882|雷州市|县级|在用
440883|吴川市|县级|在用
440902|茂南区|县级|在用
440904|电白区|县级|在用
440981|高州市|县级|在用
440982|化州市|县级|在用
440983|信宜市|县级|在用
441202|端州区|县级|在用
441203|鼎湖区|县级|在用
441204|高要区|县级|在用
441223|广宁县|县级|在用
441224|怀集县|县级|在用
441225|封开县|县级|在用
441226|德庆县|县级|在用
441284|四会市|县级|在用
441302|惠城区|县级|在用
441303|惠阳区|县级|在用
441322|博罗县|县级|在用
441323|惠东县|县级|在用
441324|龙门县|县级|在用
441402|梅江区|县级|在用
441403|梅县区|县级|在用
441422|大埔县|县级|在用
441423|丰顺县|县级|在用
441424|五华县|县级|在用
441426|平远县|县级|在用
441427|蕉岭县|县级|在用
441481|兴宁市|县级|在用
441502|城区|县级|在用
441521|海丰县|县级|在用
441523|陆河县|县级|在用
441581|陆丰市|县级|在用
441602|源城区|县级|在用
441621|紫金县|县级|在用
441622|龙川县|县级|在用
441623|连平县|县级|在用
441624|和平县|县级|在用
441625|东源县|县级|在用
441702|江城区|县级|在用
441704|阳东区|县级|在用
441721|阳西县|县级|在用
441781|阳春市|县级|在用
441802|清城区|县级|在用
441803|清新区|县级|在用
441821|佛冈县|县级|在用
441823|阳山县|县级|在用
441825|连山壮族瑶族自治县|县级|在用
441826|连南瑶族自治县|县级|在用
441881|英德市|县级|在用
441882|连州市|县级|在用
445102|湘桥区|县级|在用
445103|潮安区|县级|在用
445122|饶平县|县级|在用
445202|榕城区|县级|在用
445203|揭东区|县级|在用
445222|揭西县|县级|在用
445224|惠来县|县级|在用
445281|普宁市|县级|在用
445302|云城区|县级|在用
445303|云安区|县级|在用
445321|新兴县|县级|在用
445322|郁南县|县级|在用
445381|罗定市|县级|在用
450102|兴宁区|县级|在用
450103|青秀区|县级|在用
450105|江南区|县级|在用
450107|西乡塘区|县级|在用
450108|良庆区|县级|在用
450109|邕宁区|县级|在用
450110|武鸣区|县级|在用
450123|隆安县|县级|在用
450124|马山县|县级|在用
450125|上林县|县级|在用
450126|宾阳县|县级|在用
450181|横州市|县级|在用
450202|城中区|县级|在用
450203|鱼峰区|县级|在用
450204|柳南区|县级|在用
450205|柳北区|县级|在用
450206|柳江区|县级|在用
450222|柳城县|县级|在用
450223|鹿寨县|县级|在用
450224|融安县|县级|在用
450225|融水苗族自治县|县级|在用
450226|三江侗族自治县|县级|在用
450302|秀峰区|县级|在用
450303|叠彩区|县级|在用
450304|象山区|县级|在用
450305|七星区|县级|在用
450311|雁山区|县级|在用
450312|临桂区|县级|在用
450321|阳朔县|县级|在用
450323|灵川县|县级|在用
450324|全州县|县级|在用
450325|兴安县|县级|在用
450326|永福县|县级|在用
450327|灌阳县|县级|在用
450328|龙胜各族自治县|县级|在用
450329|资源县|县级|在用
450330|平乐县|县级|在用
450332|恭城瑶族自治县|县级|在用
450381|荔浦市|县级|在用
450403|万秀区|县级|在用
450405|长洲区|县级|在用
450406|龙圩区|县级|在用
450421|苍梧县|县级|在用
450422|藤县|县级|在用
450423|蒙山县|县级|在用
450481|岑溪市|县级|在用
450502|海城区|县级|在用
450503|银海区|县级|在用
450512|铁山港区|县级|在用
450521|合浦县|县级|在用
450602|港口区|县级|在用
450603|防城区|县级|在用
450621|上思县|县级|在用
450681|东兴市|县级|在用
450702|钦南区|县级|在用
450703|钦北区|县级|在用
450721|灵山县|县级|在用
450722|浦北县|县级|在用
450802|港北区|县级|在用
450803|港南区|县级|在用
450804|覃塘区|县级|在用
450821|平南县|县级|在用
450881|桂平市|县级|在用
450902|玉州区|县级|在用
450903|福绵区|县级|在用
450921|容县|县级|在用
450922|陆川县|县级|在用
450923|博白县|县级|在用
450924|兴业县|县级|在用
450981|北流市|县级|在用
451002|右江区|县级|在用
451003|田阳区|县级|在用
451022|田东县|县级|在用
451024|德保县|县级|在用
451026|那坡县|县级|在用
451027|凌云县|县级|在用
451028|乐业县|县级|在用
451029|田林县|县级|在用
451030|西林县|县级|在用
451031|隆林各族自治县|县级|在用
451081|靖西市|县级|在用
451082|平果市|县级|在用
451102|八步区|县级|在用
451103|平桂区|县级|在用
451121|昭平县|县级|在用
451122|钟山县|县级|在用
451123|富川瑶族自治县|县级|在用
451202|金城江区|县级|在用
451203|宜州区|县级|在用
451221|南丹县|县级|在用
451222|天峨县|县级|在用
451223|凤山县|县级|在用
451224|东兰县|县级|在用
451225|罗城仫佬族自治县|县级|在用
451226|环江毛南族自治县|县级|在用
451227|巴马瑶族自治县|县级|在用
451228|都安瑶族自治县|县级|在用
451229|大化瑶族自治县|县级|在用
451302|兴宾区|县级|在用
451321|忻城县|县级|在用
451322|象州县|县级|在用
451323|武宣县|县级|在用
451324|金秀瑶族自治县|县级|在用
451381|合山市|县级|在用
451402|江州区|县级|在用
451421|扶绥县|县级|在用
451422|宁明县|县级|在用
451423|龙州县|县级|在用
451424|大新县|县级|在用
451425|天等县|县级|在用
451481|凭祥市|县级|在用
460105|秀英区|县级|在用
460106|龙华区|县级|在用
460107|琼山区|县级|在用
460108|美兰区|县级|在用
460202|海棠区|县级|在用
460203|吉阳区|县级|在用
460204|天涯区|县级|在用
460205|崖州区|县级|在用
460302|西沙区|县级|在用
460303|南沙区|县级|在用
469001|五指山市|县级|在用
469002|琼海市|县级|在用
469005|文昌市|县级|在用
469006|万宁市|县级|在用
469007|东方市|县级|在用
469021|定安县|县级|在用
469022|屯昌县|县级|在用
469023|澄迈县|县级|在用
469024|临高县|县级|在用
469025|白沙黎族自治县|县级|在用
469026|昌江黎族自治县|县级|在用
469027|乐东黎族自治县|县级|在用
469028|陵水黎族自治县|县级|在用
469029|保亭黎族苗族自治县|县级|在用
469030|琼中黎族苗族自治县|县级|在用
500101|万州区|县级|在用
500102|涪陵区|县级|在用
500103|渝中区|县级|在用
500104|大渡口区|县级|在用
500105|江北区|县级|在用
500106|沙坪坝区|县级|在用
500107|九龙坡区|县级|在用
500108|南岸区|县级|在用
500109|北碚区|县级|在用
500110|綦江区|县级|在用
500111|大足区|县级|在用
500112|渝北区|县级|在用
500113|巴南区|县级|在用
500114|黔江区|县级|在用
500115|长寿区|县级|在用
500116|江津区|县级|在用
500117|合川区|县级|在用
500118|永川区|县级|在用
500119|南川区|县级|在用
500120|璧山区|县级|在用
500151|铜梁区|县级|在用
500152|潼南区|县级|在用
500153|荣昌区|县级|在用
500154|开州区|县级|在用
500155|梁平区|县级|在用
500156|武隆区|县级|在用
500229|城口县|县级|在用
500230|丰都县|县级|在用
500231|垫江县|县级|在用
500233|忠县|县级|在用
500235|云阳县|县级|在用
500236|奉节县|县级|在用
500237|巫山县|县级|在用
500238|巫溪县|县级|在用
500240|石柱土家族自治县|县级|在用
500241|秀山土家族苗族自治县|县级|在用
500242|酉阳土家族苗族自治县|县级|在用
500243|彭水苗族土家族自治县|县级|在用
510104|锦江区|县级|在用
510105|青羊区|县级|在用
510106|金牛区|县级|在用
510107|武侯区|县级|在用
510108|成华区|县级|在用
510112|龙泉驿区|县级|在用
510113|青白江区|县级|在用
510114|新都区|县级|在用
510115|温江区|县级|在用
510116|双流区|县级|在用
510117|郫都区|县级|在用
510118|新津区|县级|在用
510121|金堂县|县级|在用
510129|大邑县|县级|在用
510131|蒲江县|县级|在用
510181|都江堰市|县级|在用
510182|彭州市|县级|在用
510183|邛崃市|县级|在用
510184|崇州市|县级|在用
510185|简阳市|县级|在用
510302|自流井区|县级|在用
510303|贡井区|县级|在用
510304|大安区|县级|在用
510311|沿滩区|县级|在用
510321|荣县|县级|在用
510322|富顺县|县级|在用
510402|东区|县级|在用
510403|西区|县级|在用
510411|仁和区|县级|在用
510421|米易县|县级|在用
510422|盐边县|县级|在用
510502|江阳区|县级|在用
510503|纳溪区|县级|在用
510504|龙马潭区|县级|在用
510521|泸县|县级|在用
510522|合江县|县级|在用
510524|叙永县|县级|在用
510525|古蔺县|县级|在用
510603|旌阳区|县级|在用
510604|罗江区|县级|在用
510623|中江县|县级|在用
510681|广汉市|县级|在用
510682|什邡市|县级|在用
510683|绵竹市|县级|在用
510703|涪城区|县级|在用
510704|游仙区|县级|在用
510705|安州区|县级|在用
510722|三台县|县级|在用
510723|盐亭县|县级|在用
510725|梓潼县|县级|在用
510726|北川羌族自治县|县级|在用
510727|平武县|县级|在用
510781|江油市|县级|在用
510802|利州区|县级|在用
510811|昭化区|县级|在用
510812|朝天区|县级|在用
510821|旺苍县|县级|在用
510822|青川县|县级|在用
510823|剑阁县|县级|在用
510824|苍溪县|县级|在用
510903|船山区|县级|在用
510904|安居区|县级|在用
510921|蓬溪县|县级|在用
510923|大英县|县级|在用
510981|射洪市|县级|在用
511002|市中区|县级|在用
511011|东兴区|县级|在用
511024|威远县|县级|在用
511025|资中县|县级|在用
511083|隆昌市|县级|在用
511102|市中区|县级|在用
511111|沙湾区|县级|在用
511112|五通桥区|县级|在用
511113|金口河区|县级|在用
511123|犍为县|县级|在用
511124|井研县|县级|在用
511126|夹江县|县级|在用
511129|沐川县|县级|在用
511132|峨边彝族自治县|县级|在用
511133|马边彝族自治县|县级|在用
511181|峨眉山市|县级|在用
511302|顺庆区|县级|在用
511303|高坪区|县级|在用
511304|嘉陵区|县级|在用
511321|南部县|县级|在用
511322|营山县|县级|在用
511323|蓬安县|县级|在用
511324|仪陇县|县级|在用
511325|西充县|县级|在用
511381|阆中市|县级|在用
511402|东坡区|县级|在用
511403|彭山区|县级|在用
511421|仁寿县|县级|在用
511423|洪雅县|县级|在用
511424|丹棱县|县级|在用
511425|青神县|县级|在用
511502|翠屏区|县级|在用
511503|南溪区|县级|在用
511504|叙州区|县级|在用
511523|江安县|县级|在用
511524|长宁县|县级|在用
511525|高县|县级|在用
511526|珙县|县级|在用
511527|筠连县|县级|在用
511528|兴文县|县级|在用
511529|屏山县|县级|在用
511602|广安区|县级|在用
511603|前锋区|县级|在用
511621|岳池县|县级|在用
511622|武胜县|县级|在用
511623|邻水县|县级|在用
511681|华蓥市|县级|在用
511702|通川区|县级|在用
511703|达川区|县级|在用
511722|宣汉县|县级|在用
511723|开江县|县级|在用
511724|大竹县|县级|在用
511725|渠县|县级|在用
511781|万源市|县级|在用
511802|雨城区|县级|在用
511803|名山区|县级|在用
511822|荥经县|县级|在用
511823|汉源县|县级|在用
511824|石棉县|县级|在用
511825|天全县|县级|在用
511826|芦山县|县级|在用
511827|宝兴县|县级|在用
511902|巴州区|县级|在用
511903|恩阳区|县级|在用
511921|通江县|县级|在用
511922|南江县|县级|在用
511923|平昌县|县级|在用
512002|雁江区|县级|在用
512021|安岳县|县级|在用
512022|乐至县|县级|在用
513201|马尔康市|县级|在用
513221|汶川县|县级|在用
513222|理县|县级|在用
513223|茂县|县级|在用
513224|松潘县|县级|在用
513225|九寨沟县|县级|在用
513226|金川县|县级|在用
513227|小金县|县级|在用
513228|黑水县|县级|在用
513230|壤塘县|县级|在用
513231|阿坝县|县级|在用
513232|若尔盖县|县级|在用
513233|红原县|县级|在用
513301|康定市|县级|在用
513322|泸定县|县级|在用
513323|丹巴县|县级|在用
513324|九龙县|县级|在用
513325|雅江县|县级|在用
513326|道孚县|县级|在用
513327|炉霍县|县级|在用
513328|甘孜县|县级|在用
513329|新龙县|县级|在用
513330|德格县|县级|在用
513331|白玉县|县级|在用
513332|石渠县|县级|在用
513333|色达县|县级|在用
513334|理塘县|县级|在用
513335|巴塘县|县级|在用
513336|乡城县|县级|在用
513337|稻城县|县级|在用
513338|得荣县|县级|在用
513401|西昌市|县级|在用
513402|会理市|县级|在用
513422|木里藏族自治县|县级|在用
513423|盐源县|县级|在用
513424|德昌县|县级|在用
513426|会东县|县级|在用
513427|宁南县|县级|在用
513428|普格县|县级|在用
513429|布拖县|县级|在用
513430|金阳县|县级|在用
513431|昭觉县|县级|在用
513432|喜德县|县级|在用
513433|冕宁县|县级|在用
513434|越西县|县级|在用
513435|甘洛县|县级|在用
513436|美姑县|县级|在用
513437|雷波县|县级|在用
520102|南明区|县级|在用
520103|云岩区|县级|在用
520111|花溪区|县级|在用
520112|乌当区|县级|在用
520113|白云区|县级|在用
520115|观山湖区|县级|在用
520121|开阳县|县级|在用
520122|息烽县|县级|在用
520123|修文县|县级|在用
520181|清镇市|县级|在用
520201|钟山区|县级|在用
520203|六枝特区|县级|在用
520204|水城区|县级|在用
520281|盘州市|县级|在用
520302|红花岗区|县级|在用
520303|汇川区|县级|在用
520304|播州区|县级|在用
520322|桐梓县|县级|在用
520323|绥阳县|县级|在用
520324|正安县|县级|在用
520325|道真仡佬族苗族自治县|县级|在用
520326|务川仡佬族苗族自治县|县级|在用
520327|凤冈县|县级|在用
520328|湄潭县|县级|在用
520329|余庆县|县级|在用
520330|习水县|县级|在用
520381|赤水市|县级|在用
520382|仁怀市|县级|在用
520402|西秀区|县级|在用
520403|平坝区|县级|在用
520422|普定县|县级|在用
520423|镇宁布依族苗族自治县|县级|在用
520424|关岭布依族苗族自治县|县级|在用
520425|紫云苗族布依族自治县|县级|在用
520502|七星关区|县级|在用
520521|大方县|县级|在用
520523|金沙县|县级|在用
520524|织金县|县级|在用
520525|纳雍县|县级|在用
520526|威宁彝族回族苗族自治县|县级|在用
520527|赫章县|县级|在用
520581|黔西市|县级|在用
520602|碧江区|县级|在用
520603|万山区|县级|在用
520621|江口县|县级|在用
520622|玉屏侗族自治县|县级|在用
520623|石阡县|县级|在用
520624|思南县|县级|在用
520625|印江土家族苗族自治县|县级|在用
520626|德江县|县级|在用
520627|沿河土家族自治县|县级|在用
520628|松桃苗族自治县|县级|在用
522301|兴义市|县级|在用
522302|兴仁市|县级|在用
522323|普安县|县级|在用
522324|晴隆县|县级|在用
522325|贞丰县|县级|在用
522326|望谟县|县级|在用
522327|册亨县|县级|在用
522328|安龙县|县级|在用
522601|凯里市|县级|在用
522622|黄平县|县级|在用
522623|施秉县|县级|在用
522624|三穗县|县级|在用
522625|镇远县|县级|在用
522626|岑巩县|县级|在用
522627|天柱县|县级|在用
522628|锦屏县|县级|在用
522629|剑河县|县级|在用
522630|台江县|县级|在用
522631|黎平县|县级|在用
522632|榕江县|县级|在用
522633|从江县|县级|在用
522634|雷山县|县级|在用
522635|麻江县|县级|在用
522636|丹寨县|县级|在用
522701|都匀市|县级|在用
522702|福泉市|县级|在用
522722|荔波县|县级|在用
522723|贵定县|县级|在用
522725|瓮安县|县级|在用
522726|独山县|县级|在用
522727|平塘县|县级|在用
522728|罗甸县|县级|在用
522729|长顺县|县级|在用
522730|龙里县|县级|在用
522731|惠水县|县级|在用
522732|三都水族自治县|县级|在用
530102|五华区|县级|在用
530103|盘龙区|县级|在用
530111|官渡区|县级|在用
530112|西山区|县级|在用
530113|东川区|县级|在用
530114|呈贡区|县级|在用
530115|晋宁区|县级|在用
530124|富民县|县级|在用
530125|宜良县|县级|在用
530126|石林彝族自治县|县级|在用
530127|嵩明县|县级|在用
530128|禄劝彝族苗族自治县|县级|在用
530129|寻甸回族彝族自治县|县级|在用
530181|安宁市|县级|在用
530302|麒麟区|县级|在用
530303|沾益区|县级|在用
530304|马龙区|县级|在用
530322|陆良县|县级|在用
530323|师宗县|县级|在用
530324|罗平县|县级|在用
530325|富源县|县级|在用
530326|会泽县|县级|在用
530381|宣威市|县级|在用
530402|红塔区|县级|在用
530403|江川区|县级|在用
530423|通海县|县级|在用
530424|华宁县|县级|在用
530425|易门县|县级|在用
530426|峨山彝族自治县|县级|在用
530427|新平彝族傣族自治县|县级|在用
530428|元江哈尼族彝族傣族自治县|县级|在用
530481|澄江市|县级|在用
530502|隆阳区|县级|在用
530521|施甸县|县级|在用
530523|龙陵县|县级|在用
530524|昌宁县|县级|在用
530581|腾冲市|县级|在用
530602|昭阳区|县级|在用
530621|鲁甸县|县级|在用
530622|巧家县|县级|在用
530623|盐津县|县级|在用
530624|大关县|县级|在用
530625|永善县|县级|在用
530626|绥江县|县级|在用
530627|镇雄县|县级|在用
530628|彝良县|县级|在用
530629|威信县|县级|在用
530681|水富市|县级|在用
530702|古城区|县级|在用
530721|玉龙纳西族自治县|县级|在用
530722|永胜县|县级|在用
530723|华坪县|县级|在用
530724|宁蒗彝族自治县|县级|在用
530802|思茅区|县级|在用
530821|宁洱哈尼族彝族自治县|县级|在用
530822|墨江哈尼族自治县|县级|在用
530823|景东彝族自治县|县级|在用
530824|景谷傣族彝族自治县|县级|在用
530825|镇沅彝族哈尼族拉祜族自治县|县级|在用
530826|江城哈尼族彝族自治县|县级|在用
530827|孟连傣族拉祜族佤族自治县|县级|在用
530828|澜沧拉祜族自治县|县级|在用
530829|西盟佤族自治县|县级|在用
530902|临翔区|县级|在用
530921|凤庆县|县级|在用
530922|云县|县级|在用
530923|永德县|县级|在用
530924|镇康县|县级|在用
530925|双江拉祜族佤族布朗族傣族自治县|县级|在用
530926|耿马傣族佤族自治县|县级|在用
530927|沧源佤族自治县|县级|在用
532301|楚雄市|县级|在用
532302|禄丰市|县级|在用
532322|双柏县|县级|在用
532323|牟定县|县级|在用
532324|南华县|县级|在用
532325|姚安县|县级|在用
532326|大姚县|县级|在用
532327|永仁县|县级|在用
532328|元谋县|县级|在用
532329|武定县|县级|在用
532501|个旧市|县级|在用
532502|开远市|县级|在用
532503|蒙自市|县级|在用
532504|弥勒市|县级|在用
532523|屏边苗族自治县|县级|在用
532524|建水县|县级|在用
532525|石屏县|县级|在用
532527|泸西县|县级|在用
532528|元阳县|县级|在用
532529|红河县|县级|在用
532530|金平苗族瑶族傣族自治县|县级|在用
532531|绿春县|县级|在用
532532|河口瑶族自治县|县级|在用
532601|文山市|县级|在用
532622|砚山县|县级|在用
532623|西畴县|县级|在用
532624|麻栗坡县|县级|在用
532625|马关县|县级|在用
532626|丘北县|县级|在用
532627|广南县|县级|在用
532628|富宁县|县级|在用
532801|景洪市|县级|在用
532822|勐海县|县级|在用
532823|勐腊县|县级|在用
532901|大理市|县级|在用
532922|漾濞彝族自治县|县级|在用
532923|祥云县|县级|在用
532924|宾川县|县级|在用
532925|弥渡县|县级|在用
532926|南涧彝族自治县|县级|在用
532927|巍山彝族回族自治县|县级|在用
532928|永平县|县级|在用
532929|云龙县|县级|在用
532930|洱源县|县级|在用
532931|剑川县|县级|在用
532932|鹤庆县|县级|在用
533102|瑞丽市|县级|在用
533103|芒市|县级|在用
533122|梁河县|县级|在用
533123|盈江县|县级|在用
533124|陇川县|县级|在用
533301|泸水市|县级|在用
533323|福贡县|县级|在用
533324|贡山独龙族怒族自治县|县级|在用
533325|兰坪白族普米族自治县|县级|在用
533401|香格里拉市|县级|在用
533422|德钦县|县级|在用
533423|维西傈僳族自治县|县级|在用
540102|城关区|县级|在用
540103|堆龙德庆区|县级|在用
540104|达孜区|县级|在用
540121|林周县|县级|在用
540122|当雄县|县级|在用
540123|尼木县|县级|在用
540124|曲水县|县级|在用
540127|墨竹工卡县|县级|在用
540202|桑珠孜区|县级|在用
540221|南木林县|县级|在用
540222|江孜县|县级|在用
540223|定日县|县级|在用
540224|萨迦县|县级|在用
540225|拉孜县|县级|在用
540226|昂仁县|县级|在用
540227|谢通门县|县级|在用
540228|白朗县|县级|在用
540229|仁布县|县级|在用
540230|康马县|县级|在用
540231|定结县|县级|在用
540232|仲巴县|县级|在用
540233|亚东县|县级|在用
540234|吉隆县|县级|在用
540235|聂拉木县|县级|在用
540236|萨嘎县|县级|在用
540237|岗巴县|县级|在用
540302|卡若区|县级|在用
540321|江达县|县级|在用
540322|贡觉县|县级|在用
540323|类乌齐县|县级|在用
540324|丁青县|县级|在用
540325|察雅县|县级|在用
540326|八宿县|县级|在用
540327|左贡县|县级|在用
540328|芒康县|县级|在用
540329|洛隆县|县级|在用
540330|边坝县|县级|在用
540402|巴宜区|县级|在用
540421|工布江达县|县级|在用
540423|墨脱县|县级|在用
540424|波密县|县级|在用
540425|察隅县|县级|在用
540426|朗县|县级|在用
540481|米林市|县级|在用
540502|乃东区|县级|在用
540521|扎囊县|县级|在用
540522|贡嘎县|县级|在用
540523|桑日县|县级|在用
540524|琼结县|县级|在用
540525|曲松县|县级|在用
540526|措美县|县级|在用
540527|洛扎县|县级|在用
540528|加查县|县级|在用
540529|隆子县|县级|在用
540531|浪卡子县|县级|在用
540581|错那市|县级|在用
540602|色尼区|县级|在用
540621|嘉黎县|县级|在用
540622|比如县|县级|在用
540623|聂荣县|县级|在用
540624|安多县|县级|在用
540625|申扎县|县级|在用
540626|索县|县级|在用
540627|班戈县|县级|在用
540628|巴青县|县级|在用
540629|尼玛县|县级|在用
540630|双湖县|县级|在用
542521|普兰县|县级|在用
542522|札达县|县级|在用
542523|噶尔县|县级|在用
542524|日土县|县级|在用
542525|革吉县|县级|在用
542526|改则县|县级|在用
542527|措勤县|县级|在用
610102|新城区|县级|在用
610103|碑林区|县级|在用
610104|莲湖区|县级|在用
610111|灞桥区|县级|在用
610112|未央区|县级|在用
610113|雁塔区|县级|在用
610114|阎良区|县级|在用
610115|临潼区|县级|在用
610116|长安区|县级|在用
610117|高陵区|县级|在用
610118|鄠邑区|县级|在用
610122|蓝田县|县级|在用
610124|周至县|县级|在用
610202|王益区|县级|在用
610203|印台区|县级|在用
610204|耀州区|县级|在用
610222|宜君县|县级|在用
610302|渭滨区|县级|在用
610303|金台区|县级|在用
610304|陈仓区|县级|在用
610305|凤翔区|县级|在用
610323|岐山县|县级|在用
610324|扶风县|县级|在用
610326|眉县|县级|在用
610327|陇县|县级|在用
610328|千阳县|县级|在用
610329|麟游县|县级|在用
610330|凤县|县级|在用
610331|太白县|县级|在用
610402|秦都区|县级|在用
610403|杨陵区|县级|在用
610404|渭城区|县级|在用
610422|三原县|县级|在用
610423|泾阳县|县级|在用
610424|乾县|县级|在用
610425|礼泉县|县级|在用
610426|永寿县|县级|在用
610428|长武县|县级|在用
610429|旬邑县|县级|在用
610430|淳化县|县级|在用
610431|武功县|县级|在用
610481|兴平市|县级|在用
610482|彬州市|县级|在用
610502|临渭区|县级|在用
610503|华州区|县级|在用
610522|潼关县|县级|在用
610523|大荔县|县级|在用
610524|合阳县|县级|在用
610525|澄城县|县级|在用
610526|蒲城县|县级|在用
610527|白水县|县级|在用
610528|富平县|县级|在用
610581|韩城市|县级|在用
610582|华阴市|县级|在用
610602|宝塔区|县级|在用
610603|安塞区|县级|在用
610621|延长县|县级|在用
610622|延川县|县级|在用
610625|志丹县|县级|在用
610626|吴起县|县级|在用
610627|甘泉县|县级|在用
610628|富县|县级|在用
610629|洛川县|县级|在用
610630|宜川县|县级|在用
610631|黄龙县|县级|在用
610632|黄陵县|县级|在用
610681|子长市|县级|在用
610702|汉台区|县级|在用
610703|南郑区|县级|在用
610722|城固县|县级|在用
610723|洋县|县级|在用
610724|西乡县|县级|在用
610725|勉县|县级|在用
610726|宁强县|县级|在用
610727|略阳县|县级|在用
610728|镇巴县|县级|在用
610729|留坝县|县级|在用
610730|佛坪县|县级|在用
610802|榆阳区|县级|在用
610803|横山区|县级|在用
610822|府谷县|县级|在用
610824|靖边县|县级|在用
610825|定边县|县级|在用
610826|绥德县|县级|在用
610827|米脂县|县级|在用
610828|佳县|县级|在用
610829|吴堡县|县级|在用
610830|清涧县|县级|在用
610831|子洲县|县级|在用
610881|神木市|县级|在用
610902|汉滨区|县级|在用
610921|汉阴县|县级|在用
610922|石泉县|县级|在用
610923|宁陕县|县级|在用
610924|紫阳县|县级|在用
610925|岚皋县|县级|在用
610926|平利县|县级|在用
610927|镇坪县|县级|在用
610929|白河县|县级|在用
610981|旬阳市|县级|在用
611002|商州区|县级|在用
611021|洛南县|县级|在用
611022|丹凤县|县级|在用
611023|商南县|县级|在用
611024|山阳县|县级|在用
611025|镇安县|县级|在用
611026|柞水县|县级|在用
620102|城关区|县级|在用
620103|七里河区|县级|在用
620104|西固区|县级|在用
620105|安宁区|县级|在用
620111|红古区|县级|在用
620121|永登县|县级|在用
620122|皋兰县|县级|在用
620123|榆中县|县级|在用
620302|金川区|县级|在用
620321|永昌县|县级|在用
620402|白银区|县级|在用
620403|平川区|县级|在用
620421|靖远县|县级|在用
620422|会宁县|县级|在用
620423|景泰县|县级|在用
620502|秦州区|县级|在用
620503|麦积区|县级|在用
620521|清水县|县级|在用
620522|秦安县|县级|在用
620523|甘谷县|县级|在用
620524|武山县|县级|在用
620525|张家川回族自治县|县级|在用
620602|凉州区|县级|在用
620621|民勤县|县级|在用
620622|古浪县|县级|在用
620623|天祝藏族自治县|县级|在用
620702|甘州区|县级|在用
620721|肃南裕固族自治县|县级|在用
620722|民乐县|县级|在用
620723|临泽县|县级|在用
620724|高台县|县级|在用
620725|山丹县|县级|在用
620802|崆峒区|县级|在用
620821|泾川县|县级|在用
620822|灵台县|县级|在用
620823|崇信县|县级|在用
620825|庄浪县|县级|在用
620826|静宁县|县级|在用
620881|华亭市|县级|在用
620902|肃州区|县级|在用
620921|金塔县|县级|在用
620922|瓜州县|县级|在用
620923|肃北蒙古族自治县|县级|在用
620924|阿克塞哈萨克族自治县|县级|在用
620981|玉门市|县级|在用
620982|敦煌市|县级|在用
621002|西峰区|县级|在用
621021|庆城县|县级|在用
621022|环县|县级|在用
621023|华池县|县级|在用
621024|合水县|县级|在用
621025|正宁县|县级|在用
621026|宁县|县级|在用
621027|镇原县|县级|在用
621102|安定区|县级|在用
621121|通渭县|县级|在用
621122|陇西县|县级|在用
621123|渭源县|县级|在用
621124|临洮县|县级|在用
621125|漳县|县级|在用
621126|岷县|县级|在用
621202|武都区|县级|在用
621221|成县|县级|在用
621222|文县|县级|在用
621223|宕昌县|县级|在用
621224|康县|县级|在用
621225|西和县|县级|在用
621226|礼县|县级|在用
621227|徽县|县级|在用
621228|两当县|县级|在用
622901|临夏市|县级|在用
622921|临夏县|县级|在用
622922|康乐县|县级|在用
622923|永靖县|县级|在用
622924|广河县|县级|在用
622925|和政县|县级|在用
622926|东乡族自治县|县级|在用
622927|积石山保安族东乡族撒拉族自治县|县级|在用
623001|合作市|县级|在用
623021|临潭县|县级|在用
623022|卓尼县|县级|在用
623023|舟曲县|县级|在用
623024|迭部县|县级|在用
623025|玛曲县|县级|在用
623026|碌曲县|县级|在用
623027|夏河县|县级|在用
630102|城东区|县级|在用
630103|城中区|县级|在用
630104|城西区|县级|在用
630105|城北区|县级|在用
630106|湟中区|县级|在用
630121|大通回族土族自治县|县级|在用
630123|湟源县|县级|在用
630202|乐都区|县级|在用
630203|平安区|县级|在用
630222|民和回族土族自治县|县级|在用
630223|互助土族自治县|县级|在用
630224|化隆回族自治县|县级|在用
630225|循化撒拉族自治县|县级|在用
632221|门源回族自治县|县级|在用
632222|祁连县|县级|在用
632223|海晏县|县级|在用
632224|刚察县|县级|在用
632301|同仁市|县级|在用
632322|尖扎县|县级|在用
632323|泽库县|县级|在用
632324|河南蒙古族自治县|县级|在用
632521|共和县|县级|在用
632522|同德县|县级|在用
632523|贵德县|县级|在用
632524|兴海县|县级|在用
632525|贵南县|县级|在用
632621|玛沁县|县级|在用
632622|班玛县|县级|在用
632623|甘德县|县级|在用
632624|达日县|县级|在用
632625|久治县|县级|在用
632626|玛多县|县级|在用
632701|玉树市|县级|在用
632722|杂多县|县级|在用
632723|称多县|县级|在用
632724|治多县|县级|在用
632725|囊谦县|县级|在用
632726|曲麻莱县|县级|在用
632801|格尔木市|县级|在用
632802|德令哈市|县级|在用
632803|茫崖市|县级|在用
632821|乌兰县|县级|在用
632822|都兰县|县级|在用
632823|天峻县|县级|在用
640104|兴庆区|县级|在用
640105|西夏区|县级|在用
640106|金凤区|县级|在用
640121|永宁县|县级|在用
640122|贺兰县|县级|在用
640181|灵武市|县级|在用
640202|大武口区|县级|在用
640205|惠农区|县级|在用
640221|平罗县|县级|在用
640302|利通区|县级|在用
640303|红寺堡区|县级|在用
640323|盐池县|县级|在用
640324|同心县|县级|在用
640381|青铜峡市|县级|在用
640402|原州区|县级|在用
640422|西吉县|县级|在用
640423|隆德县|县级|在用
640424|泾源县|县级|在用
640425|彭阳县|县级|在用
640502|沙坡头区|县级|在用
640521|中宁县|县级|在用
640522|海原县|县级|在用
650102|天山区|县级|在用
650103|沙依巴克区|县级|在用
650104|新市区|县级|在用
650105|水磨沟区|县级|在用
650106|头屯河区|县级|在用
650107|达坂城区|县级|在用
650109|米东区|县级|在用
650121|乌鲁木齐县|县级|在用
650202|独山子区|县级|在用
650203|克拉玛依区|县级|在用
650204|白碱滩区|县级|在用
650205|乌尔禾区|县级|在用
650402|高昌区|县级|在用
650421|鄯善县|县级|在用
650422|托克逊县|县级|在用
650502|伊州区|县级|在用
650521|巴里坤哈萨克自治县|县级|在用
650522|伊吾县|县级|在用
652301|昌吉市|县级|在用
652302|阜康市|县级|在用
652323|呼图壁县|县级|在用
652324|玛纳斯县|县级|在用
652325|奇台县|县级|在用
652327|吉木萨尔县|县级|在用
652328|木垒哈萨克自治县|县级|在用
652701|博乐市|县级|在用
652702|阿拉山口市|县级|在用
652722|精河县|县级|在用
652723|温泉县|县级|在用
652801|库尔勒市|县级|在用
652822|轮台县|县级|在用
652823|尉犁县|县级|在用
652824|若羌县|县级|在用
652825|且末县|县级|在用
652826|焉耆回族自治县|县级|在用
652827|和静县|县级|在用
652828|和硕县|县级|在用
652829|博湖县|县级|在用
652901|阿克苏市|县级|在用
652902|库车市|县级|在用
652922|温宿县|县级|在用
652924|沙雅县|县级|在用
652925|新和县|县级|在用
652926|拜城县|县级|在用
652927|乌什县|县级|在用
652928|阿瓦提县|县级|在用
652929|柯坪县|县级|在用
653001|阿图什市|县级|在用
653022|阿克陶县|县级|在用
653023|阿合奇县|县级|在用
653024|乌恰县|县级|在用
653101|喀什市|县级|在用
653121|疏附县|县级|在用
653122|疏勒县|县级|在用
653123|英吉沙县|县级|在用
653124|泽普县|县级|在用
653125|莎车县|县级|在用
653126|叶城县|县级|在用
653127|麦盖提县|县级|在用
653128|岳普湖县|县级|在用
653129|伽师县|县级|在用
653130|巴楚县|县级|在用
653131|塔什库尔干塔吉克自治县|县级|在用
653201|和田市|县级|在用
653221|和田县|县级|在用
653222|墨玉县|县级|在用
653223|皮山县|县级|在用
653224|洛浦县|县级|在用
653225|策勒县|县级|在用
653226|于田县|县级|在用
653227|民丰县|县级|在用
653228|和康县|县级|在用
653229|和安县|县级|在用
654002|伊宁市|县级|在用
654003|奎屯市|县级|在用
654004|霍尔果斯市|县级|在用
654021|伊宁县|县级|在用
654022|察布查尔锡伯自治县|县级|在用
654023|霍城县|县级|在用
654024|巩留县|县级|在用
654025|新源县|县级|在用
654026|昭苏县|县级|在用
654027|特克斯县|县级|在用
654028|尼勒克县|县级|在用
654201|塔城市|县级|在用
654202|乌苏市|县级|在用
654203|沙湾市|县级|在用
654221|额敏县|县级|在用
654224|托里县|县级|在用
654225|裕民县|县级|在用
654226|和布克赛尔蒙古自治县|县级|在用
654301|阿勒泰市|县级|在用
654321|布尔津县|县级|在用
654322|富蕴县|县级|在用
654323|福海县|县级|在用
654324|哈巴河县|县级|在用
654325|青河县|县级|在用
654326|吉木乃县|县级|在用
659001|石河子市|县级|在用
659002|阿拉尔市|县级|在用
659003|图木舒克市|县级|在用
659004|五家渠市|县级|在用
659005|北屯市|县级|在用
659006|铁门关市|县级|在用
659007|双河市|县级|在用
659008|可克达拉市|县级|在用
659009|昆玉市|县级|在用
659010|胡杨河市|县级|在用
659011|新星市|县级|在用
659012|白杨市|县级|在用', chr(10))) as line) as seed;

create table seeds.template_leftovers as
select cast(leftover as varchar) as leftover, cast(pattern as varchar) as pattern, cast(severity as varchar) as severity, cast(note as varchar) as note
from (values
    ('direction', '(下降|减少|降低)[（(](增长|增加|上升)[）)]|(增长|增加|上升)[（(](下降|减少|降低)[）)]', 'warn', 'both directions are left to choose from'),
    ('placeholder', '[XＸ×]{2,}[\p{Han}]|[xX]{2,}(年|月|万元|元|个|局|部门|单位|%)', 'warn', 'a place to fill in'),
    ('blank_line', '_{3,}|＿{2,}', 'warn', 'a line to fill in'),
    ('instruction', '[（(](请|此处|如有)[^（）()]{0,30}(填写|填列|说明|删除|补充)[^（）()]{0,20}[）)]', 'warn', 'an instruction of the template'),
    ('kind_choice', '部门（单位）|单位（部门）|部门[(]单位[)]|单位[(]部门[)]|部门/单位', 'info', 'department or unit is left to choose')
) as seed (leftover, pattern, severity, note);

create table seeds.typos as
select cast(wrong as varchar) as wrong, cast(right_form as varchar) as right_form
from (values
    ('上一度', '上一年度'),
    ('万元元', '万元'),
    ('万万元', '万元'),
    ('。。', '。'),
    ('，，', '，'),
    ('、、', '、'),
    ('；；', '；'),
    ('年年度', '年度'),
    ('决算算', '决算'),
    ('支支出', '支出'),
    ('收收入', '收入'),
    ('%%', '%')
) as seed (wrong, right_form);

create table seeds.department_names as
select cast(region_code as varchar) as region_code, cast(variant as varchar) as variant, cast(name as varchar) as name, cast(note as varchar) as note
from (values
    ('990101', '县信访局', '青川原县信访局', 'fictional: a short form')
) as seed (region_code, variant, name, note);

create table marts.dim_rule as
select
    rule_id,
    family,
    severity,
    soft,
    name_zh,
    name_en,
    message_zh,
    message_en,
    forms,
    fy_from,
    fy_to,
    scopes,
    tolerance,
    look_at_zh,
    look_at_en
from "seeds"."rules"
order by rule_id;

create table intermediate.int_name as
-- What forms and their columns are called, for sentences about them; the form itself has no `measure`. Where the two
-- sides of a form call a column differently, that of expenditure, which has several columns, names it.
select form, cast(null as varchar) as measure, title_zh as name_zh, title_en as name_en from "seeds"."forms"
union all
select
    form,
    measure,
    arg_min(label_zh, coalesce(side = 'income', false)) as name_zh,
    arg_min(label_en, coalesce(side = 'income', false)) as name_en
from "seeds"."measures"
group by form, measure;

create table staging.stg_line_item as
-- One row a line item, as read: typed, with the side of a two-sided form, the code and what its length says.
with item as (
    select
        item.*,
        forms.key_kind,
        forms.fund,
        forms.fund_zh,
        line.level as line_level,
        line.label_zh as line_zh,
        case
            when forms.key_kind = 'line' and item.row_key like 'income.%' then 'income'
            when forms.key_kind = 'line' and item.row_key like 'expenditure.%' then 'expenditure'
        end as side,
        case
            when forms.key_kind in ('function', 'economic') and line.row_key is null then item.row_key
            when regexp_full_match(item.row_key, 'expenditure[.][0-9]+') then substr(item.row_key, 13)
        end as code
    from "raw"."line_item" as item
    left join "seeds"."forms" as forms on item.form = forms.form
    left join "seeds"."form_lines" as line on item.form = line.form and item.row_key = line.row_key
)
select
    *,
    coalesce(line_level, case
        when not regexp_full_match(code, '[0-9]+') then 'other'
        when length(code) = 3 then 'class'
        when length(code) = 5 then 'group'
        when length(code) = 7 then 'item'
        else 'other'
    end) as level,
    case when regexp_full_match(code, '[0-9]{3,}') then left(code, 3) end as code_class
from item;

create table staging.stg_filing as
-- One row a filing version. Versions of one filing share region, filer, scope and year; where region or
-- filer is not known a filing is a version of itself alone. `filer` is the name that the list of other names
-- (`department_names`) gives for the printed one, which stays in `department` and `unit`. What its filer withdrew
-- counts no more, nor do earlier versions under the same path; a version under another path counts again.
with printed as (
    select
        *,
        case when scope = 'unit' then coalesce(unit, department) else department end as printed_filer
    from "raw"."filing"
),
filing as (
    select printed.*, coalesce(known.name, printed.printed_filer) as filer
    from printed
    left join "seeds"."department_names" as known
        on printed.region_code = known.region_code
            and translate(regexp_replace(printed.printed_filer, '[\s\p{Z}]+', '', 'g'), '（）〔〕［］', '()()()') = translate(regexp_replace(known.variant, '[\s\p{Z}]+', '', 'g'), '（）〔〕［］', '()()()')
),
keyed as (
    select
        *,
        region_code is not null and filer is not null as is_identified,
        substr(md5(case
        when region_code is not null and translate(regexp_replace(filer, '[\s\p{Z}]+', '', 'g'), '（）〔〕［］', '()()()') is not null
            then region_code || '|' || translate(regexp_replace(filer, '[\s\p{Z}]+', '', 'g'), '（）〔〕［］', '()()()')
        else 'filing|' || filing_id
    end), 1, 16) as department_id
    from filing
),
told as (
    select
        * exclude (withdrawn_on),
        max(withdrawn_on) over (
            partition by department_id, scope, fiscal_year, path
            order by arrival asc, filing_id asc rows between current row and unbounded following
        ) as withdrawn_on
    from keyed
)
select
    *,
    row_number() over versions as version_no,
    withdrawn_on is null and lead(filing_id) over counted is null as is_current,
    case when withdrawn_on is null then lead(filing_id) over counted end as superseded_by
from told
window
    versions as (
        partition by department_id, scope, fiscal_year
        order by published_on asc nulls first, arrival asc, path asc, filing_id asc
    ),
    counted as (
        partition by department_id, scope, fiscal_year, withdrawn_on is null
        order by published_on asc nulls first, arrival asc, path asc, filing_id asc
    );

create table intermediate.int_cell as
-- One row a cell of a current filing that a sum may count, printed or not. A code printed twice counts twice; a
-- total or named line printed twice (on the next page) counts once, at its first printed place.
-- `amount_cny` is yuan to the last printed digit, even below the fen, or the count where the unit is one; `step_cny`
-- is the worth of that digit.
select
    item.filing_id,
    filing.fiscal_year,
    item.form,
    item.key_kind,
    item.row_key,
    item.row_label,
    item.code,
    item.measure,
    item.occurrence,
    case
        when item.value_source = 'unread' then 'unread'
        when item.value is null then 'blank'
        when units.unit is null or (units.kind = 'money' and item.amount_cny is null) then 'unread'
        when units.kind = 'money' and tab.decimals is null then 'unread'
        else 'printed'
    end as state,
    case
        when units.kind = 'count' then cast(item.value as decimal(24, 6))
        else cast(item.value * units.factor_cny as decimal(24, 6))
    end as amount_cny,
    case
        when units.kind = 'count' then cast(1 as decimal(24, 6))
        else cast(units.factor_cny / power(10, tab.decimals) as decimal(24, 6))
    end as step_cny,
    coalesce(units.kind = 'count', false) as is_count,
    item.value_source,
    item.raw_text,
    item.unit,
    item.page,
    item.sheet,
    item.table_no,
    item.row_no,
    item.col_no,
    item.line_no
from "staging"."stg_line_item" as item
inner join "staging"."stg_filing" as filing on item.filing_id = filing.filing_id and filing.is_current
left join "staging"."stg_printed_table" as tab
    on item.filing_id = tab.filing_id and item.table_no = tab.table_no
left join "seeds"."units" as units on item.unit = units.unit
qualify
    item.code is not null
    or row_number() over (
        partition by item.filing_id, item.form, item.row_key, item.measure
        order by item.value is null and item.value_source <> 'unread', item.occurrence asc
    ) = 1;

create table intermediate.int_form as
-- How each form stands in each current filing: `read`, `empty` (printed without a value, a statement of zero) or
-- `unusable` (printed, in a layout that is not known). A form that is not printed has no row.
select
    tab.filing_id,
    tab.form,
    case
        when bool_or(tab.status = 'read') then 'read'
        when bool_or(tab.status = 'empty') then 'empty'
        else 'unusable'
    end as status
from "staging"."stg_printed_table" as tab
inner join "staging"."stg_filing" as filing on tab.filing_id = filing.filing_id and filing.is_current
where tab.form is not null
group by tab.filing_id, tab.form;

create table intermediate.int_project as
-- One row a self-evaluation form of a current filing.
select
    project.* exclude (fiscal_year, region),
    filing.fiscal_year,
    filing.region_code
from "raw"."project_evaluation" as project
inner join "staging"."stg_filing" as filing on project.filing_id = filing.filing_id and filing.is_current;

create table intermediate.int_project_money as
-- One row a row of money in a self-evaluation form of a current filing, numbers as printed with their steps.
-- `is_whole` marks the one row that speaks for the project: the total, or another that is more whole.
select
    funding.* exclude (fiscal_year, region),
    project.project,
    project.table_no,
    greatest(length(regexp_extract(funding.raw_text, '[0-9][.]([0-9]+)', 1)), list_max(list_transform(
        regexp_extract_all(funding.raw_text, '[0-9]+[.][0-9]+'), lambda x: length(split_part(x, '.', 2))
    )), 0) as scale,
    1.0 / power(10, scale) as step,
    1.0 / power(10, case
        when length(rtrim(split_part(cast(funding.execution_rate as varchar), '.', 2), '0')) = 0 and regexp_matches(funding.raw_text, '[0-9][.]00([^0-9]|$)')
            then 2
        else length(rtrim(split_part(cast(funding.execution_rate as varchar), '.', 2), '0'))
    end) as rate_step,
    funding.status = 'read' and row_number() over (
        partition by funding.filing_id, funding.project_no
        order by
            funding.status = 'read' desc, funding.executed is not null and funding.score is not null desc,
            funding.source = 'total' desc, funding.row_no asc, funding.line_no asc
    ) = 1 as is_whole
from "raw"."project_funding" as funding
inner join "staging"."stg_filing" as filing on funding.filing_id = filing.filing_id and filing.is_current
inner join "raw"."project_evaluation" as project
    on funding.filing_id = project.filing_id and funding.project_no = project.project_no;

create table intermediate.int_text as
-- One row a paragraph or heading of a current filing, as printed and, in `flat`, without any spaces.
select
    paragraph.filing_id,
    paragraph.paragraph_no,
    paragraph.kind,
    paragraph.part,
    paragraph.section,
    paragraph.text,
    regexp_replace(paragraph.text, '\s', '', 'g') as flat,
    paragraph.page,
    paragraph.sheet,
    paragraph.line_no
from "raw"."paragraph" as paragraph
inner join "staging"."stg_filing" as filing on paragraph.filing_id = filing.filing_id and filing.is_current;

create table intermediate.int_key as
-- One row a row and column of a form that a filing has; `is_marked` where anything is printed there.
select
    filing_id,
    form,
    row_key,
    measure,
    bool_or(state <> 'blank') as is_marked
from "intermediate"."int_cell"
group by filing_id, form, row_key, measure;

create table intermediate.int_parent as
-- Which row each row adds up to: the nearest row above it that the filing has, blank or not. Codes hang below their
-- prefixes, economic classes below personnel or office expenditure, named lines as the seed says. A row whose
-- parent the filing lacks at every level keeps the nearest, so that the sum is known to miss its total.
with here as (
    select distinct filing_id, fiscal_year, form, key_kind, row_key, code from "intermediate"."int_cell"
),
above as (
    select here.filing_id, here.form, here.row_key, left(here.code, size.n) as ancestor, 10 - size.n as distance
    from here
    cross join (values (3), (5), (7)) as size (n)
    where here.key_kind <> 'line' and length(here.code) > size.n and regexp_full_match(here.code, '[0-9]+')
    union all
    select here.filing_id, here.form, here.row_key, 'total' as ancestor, 9 as distance
    from here
    where here.key_kind = 'function' and here.row_key <> 'total'
    union all
    select here.filing_id, here.form, here.row_key, groups.group_key as ancestor, 9 as distance
    from here
    inner join "seeds"."economic_groups" as groups
        on here.code = groups.class_code
            and here.fiscal_year between coalesce(groups.fy_from, 0) and coalesce(groups.fy_to, 9999)
    where here.key_kind = 'economic'
    union all
    select here.filing_id, here.form, here.row_key, line.parent_key as ancestor, 1 as distance
    from here
    inner join "seeds"."form_lines" as line on here.form = line.form and here.row_key = line.row_key
    where line.parent_key is not null
    union all
    select here.filing_id, here.form, here.row_key, higher.parent_key as ancestor, 2 as distance
    from here
    inner join "seeds"."form_lines" as line on here.form = line.form and here.row_key = line.row_key
    inner join "seeds"."form_lines" as higher on line.form = higher.form and line.parent_key = higher.row_key
    where higher.parent_key is not null
    union all
    select here.filing_id, here.form, here.row_key, 'expenditure.expenditure_total' as ancestor, 1 as distance
    from here
    where here.key_kind = 'line' and here.code is not null
)
select
    above.filing_id,
    above.form,
    above.row_key,
    arg_min(above.ancestor, above.distance + case when here.row_key is null then 100 else 0 end) as parent_key
from above
left join here on above.filing_id = here.filing_id and above.form = here.form and above.ancestor = here.row_key
group by above.filing_id, above.form, above.row_key;

create table intermediate.int_text_fact as
-- One row a number of the text of a current filing, with the interval that it stands for and the cell that it names.
-- `number` is yuan, or the value where the unit is no money. A number that drops its last zeros (188 for 188.00) is
-- taken at the precision of its cell, where the cell agrees with it.
with fact as (
    select
        fact.*,
        filing.department_id,
        filing.scope,
        left(fact.period, 4) = cast(filing.fiscal_year as varchar) as is_current,
        try_cast(left(fact.period, 4) as integer) = filing.fiscal_year - 1 as is_prior,
        case
            when fact.form = 'three_public' and fact.aspect in ('budget', 'adjusted_budget') then 'budget'
            when fact.form = 'three_public' then 'final'
            else fact.measure
        end as cell_measure,
        regexp_matches(fact.raw_text, '[0-9]') as has_digits,
        length(regexp_extract(replace(fact.raw_text, ',', ''), '[0-9][.]([0-9]+)', 1)) as decimals,
        coalesce(units.kind = 'money', false) as is_money,
        coalesce(case when units.kind = 'money' then units.factor_cny end, 1) as factor
    from "raw"."narrative_fact" as fact
    inner join "staging"."stg_filing" as filing on fact.filing_id = filing.filing_id and filing.is_current
    left join "seeds"."units" as units on fact.unit = units.unit
),
measured as (
    select
        *,
        cast(coalesce(amount_cny, value) as decimal(24, 6)) as number,
        -- A zero without decimals, or in words, is no rounded amount.
        cast(factor / power(10, case when value = 0 then greatest(decimals, 2) else decimals end) as decimal(24, 6))
            as step
    from fact
),
cell as (
    select *
    from "intermediate"."int_cell"
    qualify row_number() over (partition by filing_id, form, row_key, measure order by occurrence asc) = 1
),
matched as (
    select
        measured.*,
        cell.state as cell_state,
        case when cell.state = 'printed' then cell.amount_cny end as cell_number,
        cell.step_cny as cell_step,
        cell.raw_text as cell_text,
        cell.unit as cell_unit,
        cell_units.factor_cny as cell_factor,
        coalesce(cell.row_label, lines.label_zh) as cell_label,
        forms.title_zh,
        case when measured.cell_measure not in ('total', 'amount', 'value') then measures.label_zh end as measure_zh,
        cell.page as cell_page,
        cell.sheet as cell_sheet,
        cell.table_no as cell_table_no,
        cell.row_no as cell_row_no,
        cell.col_no as cell_col_no,
        cell.line_no as cell_line_no,
        coalesce(abs(measured.number - cell.amount_cny) * 2 < measured.step + cell.step_cny, false)
        and measured.aspect = 'final' as agrees
    from measured
    left join cell
        on measured.filing_id = cell.filing_id and measured.form = cell.form and measured.row_key = cell.row_key
            and measured.cell_measure = cell.measure and measured.is_current
            and measured.aspect in ('final', 'budget', 'adjusted_budget', 'count')
    left join "seeds"."form_lines" as lines on measured.form = lines.form and measured.row_key = lines.row_key
    left join "seeds"."forms" as forms on measured.form = forms.form
    left join "seeds"."measures" as measures
        on measured.form = measures.form and measured.cell_measure = measures.measure
            and measures.side is not distinct from
            case when forms.key_kind = 'line' then nullif(split_part(measured.row_key, '.', 1), measured.row_key) end
    left join "seeds"."units" as cell_units on cell.unit = cell_units.unit and cell_units.kind = 'money'
)
select
    * exclude (measure),
    cell_measure as measure,
    concat_ws(
        '|',
        coalesce(form, '-'),
        coalesce(row_key, '?' || coalesce(name, '-')),
        case when form = 'three_public' then '-' else coalesce(cell_measure, '-') end
    ) as subject,
    coalesce(
        name,
        case
            when form is not null then concat_ws(' ', title_zh, cell_label, measure_zh)
        end,
        -- What the sentence says before the number.
        nullif(regexp_extract(split_part(sentence, raw_text, 1), '[^，。；、：,;]*$'), ''),
        row_key,
        ''
    ) as spoken,
    -- What the cell has, under 元 for 万元 or 万元 for 元: the unit is what is wrong.
    coalesce(
        is_money and number <> 0 and number <> cell_number and factor in (1, 10000)
        and abs(value * 10000 / factor - cell_number) * 2 < step * 10000 / (factor * factor) + cell_step,
        false
    ) as is_unit_slip,
    case
        when unit is null or not has_digits or contains(raw_text, unit) then raw_text
        else raw_text || unit
    end as shown,
    case when agrees then greatest(number - step / 2, cell_number - cell_step / 2) else number - step / 2 end as low,
    case when agrees then least(number + step / 2, cell_number + cell_step / 2) else number + step / 2 end as high
from matched;

create table intermediate.int_indicator as
-- One row an indicator of a self-evaluation form of a current filing, with its form.
select
    indicator.* exclude (fiscal_year, region),
    project.project,
    project.table_no,
    contains(concat_ws('', indicator.level_1, indicator.level_2, indicator.name), '满意') as is_satisfaction,
    coalesce(indicator.score = indicator.weight, false) as is_full,
    -- A share whose percent sign was read as its digits again: 9696 for 96%.
    case
        when regexp_full_match(regexp_extract(indicator.target, '[0-9]+'), '[0-9]{4}')
            and left(regexp_extract(indicator.target, '[0-9]+'), 2)
            = right(regexp_extract(indicator.target, '[0-9]+'), 2)
            then cast(left(regexp_extract(indicator.target, '[0-9]+'), 2) as integer)
    end as doubled_target
from "raw"."performance_indicator" as indicator
inner join "intermediate"."int_project" as project
    on indicator.filing_id = project.filing_id and indicator.project_no = project.project_no;

create table intermediate.int_project_words as
-- One row a text of a self-evaluation form of a current filing: targets, what was achieved, the analysis.
select
    text.filing_id,
    text.project_no,
    text.text_no,
    text.label,
    text.text,
    regexp_replace(text.text, '\s', '', 'g') as flat,
    text.page,
    text.sheet,
    text.row_no,
    text.line_no,
    project.project,
    project.table_no,
    project.fiscal_year,
    project.region_code
from "raw"."project_text" as text
inner join "intermediate"."int_project" as project
    on text.filing_id = project.filing_id and text.project_no = project.project_no;

create table intermediate.int_lost_row as
-- Rows that a form by function code should print and does not, each with a row that shows it: `parent_key` and
-- `row_key`, one of which is lost. A code whose 款 or 类 is not printed, though the form prints that level; or a row
-- without rows below it, though the form prints that level and another form of the filing has codes there.
-- A form of one chain of rows shows its levels by those of the others.
with size (n) as (
    values (3), (5), (7)
),
code as (
    select distinct filing_id, form, row_key, length(row_key) as n
    from "intermediate"."int_key"
    where
        form in (
            'income_by_function', 'expenditure_by_function', 'general_budget_by_function',
            'government_fund_by_function', 'state_capital_by_function'
        )
        and regexp_full_match(row_key, '[0-9]+') and length(row_key) in (3, 5, 7)
),
level as (
    select filing_id, form, n, count(*) as n_rows from code group by filing_id, form, n
),
form as (
    select filing_id, form, max(n_rows) = 1 as is_chain, count(*) over (partition by filing_id) as n_forms
    from level
    group by filing_id, form
),
printing as (
    select filing_id, n, count(*) as n_forms from level group by filing_id, n
),
shows as (
    select form.filing_id, form.form, size.n
    from form
    cross join size
    left join level on form.filing_id = level.filing_id and form.form = level.form and size.n = level.n
    left join printing on form.filing_id = printing.filing_id and size.n = printing.n
    where
        level.n is not null
        or (form.is_chain and form.n_forms > 1 and printing.n_forms = form.n_forms - 1)
),
lost_above as (
    select code.filing_id, code.form, left(code.row_key, shows.n) as parent_key, code.row_key, shows.n, code.n as below
    from code
    inner join shows on code.filing_id = shows.filing_id and code.form = shows.form and code.n > shows.n
    anti join code as higher
        on code.filing_id = higher.filing_id and code.form = higher.form
            and left(code.row_key, shows.n) = higher.row_key
),
known as (
    select distinct filing_id, row_key, n from code
),
lost_below as (
    select code.filing_id, code.form, code.row_key as parent_key, known.row_key
    from code
    inner join known
        on code.filing_id = known.filing_id and code.n + 2 = known.n and starts_with(known.row_key, code.row_key)
    semi join shows on code.filing_id = shows.filing_id and code.form = shows.form and known.n = shows.n
    anti join code as lower
        on code.filing_id = lower.filing_id and code.form = lower.form
            and code.n < lower.n and starts_with(lower.row_key, code.row_key)
)
select above.filing_id, above.form, above.parent_key, above.row_key
from lost_above as above
anti join code as between_them
    on above.filing_id = between_them.filing_id and above.form = between_them.form
        and between_them.n between above.n + 1 and above.below - 1
        and starts_with(above.row_key, between_them.row_key)
union all
select filing_id, form, parent_key, row_key
from lost_below;

create table intermediate.int_leaf_count as
-- How many rounded values stand below each row and column of the forms whose subtotals some filings re-add:
-- `n_leaves` printed leaves of the column; `n_parts` for a total column, the printed leaves of the columns it adds up.
with leaf as (
    select
        cell.filing_id,
        cell.form,
        cell.row_key,
        cell.measure,
        measures.role
    from "intermediate"."int_cell" as cell
    inner join "seeds"."measures" as measures on cell.form = measures.form and cell.measure = measures.measure
    anti join "intermediate"."int_parent" as parent
        on cell.filing_id = parent.filing_id and cell.form = parent.form and cell.row_key = parent.parent_key
    where
        cell.form in ('income_by_function', 'expenditure_by_function', 'general_budget_by_function')
        and cell.state = 'printed'
)
select
    node.filing_id,
    node.form,
    node.row_key,
    node.measure,
    count(*) filter (where node.measure = leaf.measure) as n_leaves,
    count(*) filter (where node.measure = 'total' and leaf.role = 'part') as n_parts
from "intermediate"."int_key" as node
inner join leaf
    on node.filing_id = leaf.filing_id and node.form = leaf.form
        and (node.row_key = 'total' or starts_with(leaf.row_key, node.row_key))
group by node.filing_id, node.form, node.row_key, node.measure;

create table intermediate.int_text_amount as
-- The amounts of the year that a rate or sum of the text may refer to: as the text states them and as the forms
-- print them. A claim that holds for either is no contradiction; that the two differ is another rule's finding.
select
    filing_id,
    'text' as source,
    paragraph_no,
    subject,
    form,
    row_key,
    measure,
    aspect,
    spoken as name,
    shown,
    amount_cny,
    number,
    low,
    high,
    page,
    cast(null as varchar) as sheet,
    cast(null as bigint) as table_no,
    cast(null as bigint) as row_no,
    cast(null as bigint) as col_no,
    line_no
from "intermediate"."int_text_fact"
where
    is_current and is_money and number is not null
    and aspect in ('final', 'budget', 'adjusted_budget', 'delta', 'budget_delta')
union all by name
select
    filing_id,
    'table' as source,
    concat_ws('|', form, row_key, case when form = 'three_public' then '-' else measure end) as subject,
    form,
    row_key,
    measure,
    case when form = 'three_public' and measure = 'budget' then 'budget' else 'final' end as aspect,
    row_label as name,
    raw_text || unit as shown,
    cast(amount_cny as decimal(20, 2)) as amount_cny,
    amount_cny as number,
    amount_cny - step_cny / 2 as low,
    amount_cny + step_cny / 2 as high,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no
from "intermediate"."int_cell"
where state = 'printed' and not is_count;

create table intermediate.int_text_ratio as
-- One row a rate of the text, against the amounts that it may be the rate of: the reading in which it holds best.
-- Shares are of one of the wholes of `share_wholes`, completion is of the budget, growth is of the year before or of
-- the budget, whichever it is told against.
with rate as (
    select
        *,
        cast(value as double) as rate,
        1.0 / power(10, decimals) as rate_step
    from "intermediate"."int_text_fact"
    where
        is_current and has_digits and coalesce(unit, '%') in ('%', '％')
        and aspect in ('share', 'completion', 'growth', 'budget_growth')
        -- A share of a budget or of last year has a whole that no form prints.
        and not (
            aspect = 'share'
            and regexp_matches(sentence, '占[^，。；0-9]{0,30}((年初|全年|调整|当年|年度)预算|上年|去年|上一年)')
        )
),
amount as (
    select * from "intermediate"."int_text_amount"
),
share as (
    select
        rate.filing_id,
        rate.fact_no,
        part.number,
        part.low,
        part.high,
        whole.number as base,
        whole.low as base_low,
        whole.high as base_high,
        [struct_pack(
        role := cast('operand' as varchar), filing_id := cast(part.filing_id as varchar),
        form := cast(part.form as varchar), row_key := cast(part.row_key as varchar),
        measure := cast(part.measure as varchar), row_label := cast(part.name as varchar),
        printed := cast(part.shown as varchar), printed_cny := cast(part.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(part.page as bigint),
        sheet := cast(part.sheet as varchar), table_no := cast(part.table_no as bigint),
        row_no := cast(part.row_no as bigint), col_no := cast(part.col_no as bigint),
        line_no := cast(part.line_no as bigint)
    ), struct_pack(
        role := cast('operand' as varchar), filing_id := cast(whole.filing_id as varchar),
        form := cast(whole.form as varchar), row_key := cast(whole.row_key as varchar),
        measure := cast(whole.measure as varchar), row_label := cast(whole.name as varchar),
        printed := cast(whole.shown as varchar), printed_cny := cast(whole.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(whole.page as bigint),
        sheet := cast(whole.sheet as varchar), table_no := cast(whole.table_no as bigint),
        row_no := cast(whole.row_no as bigint), col_no := cast(whole.col_no as bigint),
        line_no := cast(whole.line_no as bigint)
    )] as operands
    from rate
    inner join amount as part
        on rate.filing_id = part.filing_id and rate.subject = part.subject and part.aspect = 'final'
            and coalesce(part.paragraph_no, rate.paragraph_no) = rate.paragraph_no
    inner join "seeds"."share_wholes" as wholes
        on coalesce(rate.form, '-') = wholes.form and regexp_full_match(rate.row_key, wholes.row_key)
            and regexp_full_match(coalesce(rate.measure, '-'), wholes.measure)
    inner join amount as whole
        on rate.filing_id = whole.filing_id and wholes.whole_form = coalesce(whole.form, '-')
            and wholes.whole_row_key = whole.row_key and wholes.whole_measure = coalesce(whole.measure, '-')
            and whole.aspect = 'final'
    where rate.aspect = 'share'
),
completion as (
    select
        rate.filing_id,
        rate.fact_no,
        spent.number,
        spent.low,
        spent.high,
        budget.number as base,
        budget.low as base_low,
        budget.high as base_high,
        [struct_pack(
        role := cast('operand' as varchar), filing_id := cast(spent.filing_id as varchar),
        form := cast(spent.form as varchar), row_key := cast(spent.row_key as varchar),
        measure := cast(spent.measure as varchar), row_label := cast(spent.name as varchar),
        printed := cast(spent.shown as varchar), printed_cny := cast(spent.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(spent.page as bigint),
        sheet := cast(spent.sheet as varchar), table_no := cast(spent.table_no as bigint),
        row_no := cast(spent.row_no as bigint), col_no := cast(spent.col_no as bigint),
        line_no := cast(spent.line_no as bigint)
    ), struct_pack(
        role := cast('operand' as varchar), filing_id := cast(budget.filing_id as varchar),
        form := cast(budget.form as varchar), row_key := cast(budget.row_key as varchar),
        measure := cast(budget.measure as varchar), row_label := cast(budget.name as varchar),
        printed := cast(budget.shown as varchar), printed_cny := cast(budget.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(budget.page as bigint),
        sheet := cast(budget.sheet as varchar), table_no := cast(budget.table_no as bigint),
        row_no := cast(budget.row_no as bigint), col_no := cast(budget.col_no as bigint),
        line_no := cast(budget.line_no as bigint)
    )] as operands
    from rate
    inner join amount as spent
        on rate.filing_id = spent.filing_id and rate.subject = spent.subject and spent.aspect = 'final'
            and coalesce(spent.paragraph_no, rate.paragraph_no) = rate.paragraph_no
    inner join amount as budget
        on rate.filing_id = budget.filing_id and rate.subject = budget.subject
            and budget.aspect in ('budget', 'adjusted_budget')
            and coalesce(budget.paragraph_no, rate.paragraph_no) = rate.paragraph_no
    where rate.aspect = 'completion'
),
-- Growth is compared without its sign: whether the words agree with it is the rule N-DIR.
growth as (
    select
        rate.filing_id,
        rate.fact_no,
        abs(delta.number) as number,
        case when delta.number < 0 then -delta.high else delta.low end as low,
        case when delta.number < 0 then -delta.low else delta.high end as high,
        spent.number - delta.number as base,
        spent.low - delta.high as base_low,
        spent.high - delta.low as base_high,
        [struct_pack(
        role := cast('operand' as varchar), filing_id := cast(delta.filing_id as varchar),
        form := cast(delta.form as varchar), row_key := cast(delta.row_key as varchar),
        measure := cast(delta.measure as varchar), row_label := cast(delta.name as varchar),
        printed := cast(delta.shown as varchar), printed_cny := cast(delta.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(delta.page as bigint),
        sheet := cast(delta.sheet as varchar), table_no := cast(delta.table_no as bigint),
        row_no := cast(delta.row_no as bigint), col_no := cast(delta.col_no as bigint),
        line_no := cast(delta.line_no as bigint)
    ), struct_pack(
        role := cast('operand' as varchar), filing_id := cast(spent.filing_id as varchar),
        form := cast(spent.form as varchar), row_key := cast(spent.row_key as varchar),
        measure := cast(spent.measure as varchar), row_label := cast(spent.name as varchar),
        printed := cast(spent.shown as varchar), printed_cny := cast(spent.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(spent.page as bigint),
        sheet := cast(spent.sheet as varchar), table_no := cast(spent.table_no as bigint),
        row_no := cast(spent.row_no as bigint), col_no := cast(spent.col_no as bigint),
        line_no := cast(spent.line_no as bigint)
    )] as operands
    from rate
    inner join amount as delta
        on rate.filing_id = delta.filing_id and rate.subject = delta.subject and rate.paragraph_no = delta.paragraph_no
            and delta.aspect = case rate.aspect when 'growth' then 'delta' else 'budget_delta' end
    inner join amount as spent
        on rate.filing_id = spent.filing_id and rate.subject = spent.subject and spent.aspect = 'final'
    where rate.aspect in ('growth', 'budget_growth')
),
reading as (
    select * from share
    union all by name
    select * from completion
    union all by name
    select * from growth
),
bounded as (
    select
        reading.*,
        replace(rate.aspect, 'budget_', '') as aspect,
        case when rate.aspect in ('growth', 'budget_growth') then abs(rate.rate) else rate.rate end as rate,
        rate.rate_step,
        100 * cast(reading.low as double)
    / cast(case when reading.low >= 0 then reading.base_high else reading.base_low end as double) as ratio_low,
        100 * cast(reading.high as double)
    / cast(case when reading.high >= 0 then reading.base_low else reading.base_high end as double) as ratio_high,
        100 * cast(reading.number as double) / cast(reading.base as double) as ratio
    from reading
    inner join rate on reading.filing_id = rate.filing_id and reading.fact_no = rate.fact_no
    -- No rate on nothing: that is the rule N-ZERO-BASE. No verdict where the base may be nothing.
    where reading.base_low > 0
),
judged as (
    select
        *,
        case
            when abs(rate - ratio) <= rate_step / 2 + 1e-9 then 'exact'
            when rate + rate_step / 2 + 1e-9 >= ratio_low and rate - rate_step / 2 - 1e-9 <= ratio_high then 'rounding'
            else 'fail'
        end as verdict
    from bounded
)
select
    filing_id,
    fact_no,
    aspect,
    operands,
    ratio_low,
    ratio_high,
    cast(cast(round(ratio + 1e-9, 2) as decimal(20, 2)) as varchar) || '%' as expected,
    verdict
from judged
qualify row_number() over (
        partition by filing_id, fact_no
        order by
            case verdict when 'exact' then 1 when 'rounding' then 2 else 3 end asc, abs(rate - ratio) asc,
            operands asc
    ) = 1;

create table intermediate.int_term as
-- One row a cell of an equation: the terms of all rules, with what is printed there and where. `state`: `printed`,
-- `blank` (the cell is there and holds nothing), `unread`, `unlisted` (a code that a table does not list, or a table
-- printed empty: a statement of zero) or `missing` (a row, column or form that the filing does not have).
with  __dbt__cte__rule_a_01_inc as (
-- 01: 本年收入合计 = Σ source lines.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'income_expenditure_summary'
        and tree.parent_key = 'income.income_total'
)
select
    'A-01-INC' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-01-INC' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_01_exp as (
-- 01: 本年支出合计 = Σ class lines.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'income_expenditure_summary'
        and tree.parent_key = 'expenditure.expenditure_total'
)
select
    'A-01-EXP' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-01-EXP' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_01_toti as (
-- 01: 总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'income_expenditure_summary'
        and tree.parent_key = 'income.grand_total'
)
select
    'A-01-TOTI' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-01-TOTI' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_01_tote as (
-- 01: 总计 = 本年支出合计 + 结余分配 + 年末结转和结余.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'income_expenditure_summary'
        and tree.parent_key = 'expenditure.grand_total'
)
select
    'A-01-TOTE' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-01-TOTE' as rule_id,
    filing_id,
    'income_expenditure_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_expenditure_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_01_bal as (
-- 01: the grand totals of both sides.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('grand_total', '=', 'left', 1, 'income_expenditure_summary', 'income.grand_total', 'amount', false, '', false),
    ('grand_total', '=', 'right', 1, 'income_expenditure_summary', 'expenditure.grand_total', 'amount', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'A-01-BAL' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_a_02_v as (
-- 02: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'income_by_function'
    union
    select lost.filing_id, lost.parent_key, lost.row_key, node.measure
    from "intermediate"."int_lost_row" as lost
    inner join "intermediate"."int_key" as node
        on lost.filing_id = node.filing_id and lost.form = node.form and node.row_key in (lost.parent_key, lost.row_key)
    where lost.form = 'income_by_function'
)
select
    'A-02-V' as rule_id,
    filing_id,
    'income_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_by_function' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-02-V' as rule_id,
    filing_id,
    'income_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_by_function' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_02_h as (
-- 02: the total column = Σ the other columns, each row.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'income_by_function' and measure in ('total', 'appropriation', 'superior_subsidy', 'institutional', 'operating', 'affiliated_remittance', 'other')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('appropriation', 'superior_subsidy', 'institutional', 'operating', 'affiliated_remittance', 'other'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('appropriation', 'superior_subsidy', 'institutional', 'operating', 'affiliated_remittance', 'other')
)
select
    'A-02-H' as rule_id,
    filing_id,
    'income_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'income_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_03_v as (
-- 03: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'expenditure_by_function'
    union
    select lost.filing_id, lost.parent_key, lost.row_key, node.measure
    from "intermediate"."int_lost_row" as lost
    inner join "intermediate"."int_key" as node
        on lost.filing_id = node.filing_id and lost.form = node.form and node.row_key in (lost.parent_key, lost.row_key)
    where lost.form = 'expenditure_by_function'
)
select
    'A-03-V' as rule_id,
    filing_id,
    'expenditure_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'expenditure_by_function' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-03-V' as rule_id,
    filing_id,
    'expenditure_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'expenditure_by_function' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_03_h as (
-- 03: the total column = Σ the other columns, each row.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'expenditure_by_function' and measure in ('total', 'basic', 'project', 'remitted_to_superior', 'operating', 'subsidy_to_affiliated')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('basic', 'project', 'remitted_to_superior', 'operating', 'subsidy_to_affiliated'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('basic', 'project', 'remitted_to_superior', 'operating', 'subsidy_to_affiliated')
)
select
    'A-03-H' as rule_id,
    filing_id,
    'expenditure_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'expenditure_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_04_inc as (
-- 04: 本年收入合计 = Σ of the three budgets.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'income.income_total'
)
select
    'A-04-INC' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-INC' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_exp as (
-- 04: 本年支出合计 = Σ class lines, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'expenditure.expenditure_total'
)
select
    'A-04-EXP' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-EXP' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_h as (
-- 04: 合计 = 一般 + 基金 + 国资, the rows of the expenditure side that print anything.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'appropriation_summary' and measure in ('total', 'general_budget', 'government_fund', 'state_capital')
        and row_key like 'expenditure.%'
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('general_budget', 'government_fund', 'state_capital'))
        and bool_or(is_marked)
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('general_budget', 'government_fund', 'state_capital')
)
select
    'A-04-H' as rule_id,
    filing_id,
    'appropriation_summary|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_04_open as (
-- 04: 年初 = Σ of the three budgets.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'income.opening_balance'
)
select
    'A-04-OPEN' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-OPEN' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_toti as (
-- 04: 总计 = 本年收入 + 年初.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'income.grand_total'
)
select
    'A-04-TOTI' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-TOTI' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_tote as (
-- 04: 总计 = 本年支出 + 年末, the total column; A-04-TOTF has the columns of the budgets.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'expenditure.grand_total'
        and node.measure in ('total')
)
select
    'A-04-TOTE' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-TOTE' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_bal as (
-- 04: the grand totals of both sides.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('grand_total', '=', 'left', 1, 'appropriation_summary', 'income.grand_total', 'total', false, '', false),
    ('grand_total', '=', 'right', 1, 'appropriation_summary', 'expenditure.grand_total', 'total', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'A-04-BAL' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_a_04_totf as (
-- 04: 总计 = 本年支出 + 年末, for each of the three budgets.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'appropriation_summary'
        and tree.parent_key = 'expenditure.grand_total'
        and node.measure in ('general_budget', 'government_fund', 'state_capital')
)
select
    'A-04-TOTF' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-04-TOTF' as rule_id,
    filing_id,
    'appropriation_summary|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'appropriation_summary' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_04_balf as (
-- 04: for each budget, 总计 of its column = its 本年收入 + its 年初.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('general_budget', '=', 'left', 1, 'appropriation_summary', 'expenditure.grand_total', 'general_budget', false, '', false),
    ('general_budget', '=', 'right', 1, 'appropriation_summary', 'income.general_budget', 'total', true, '', false),
    ('general_budget', '=', 'right', 1, 'appropriation_summary', 'income.opening_balance.general_budget', 'total', true, '', false),
    ('government_fund', '=', 'left', 1, 'appropriation_summary', 'expenditure.grand_total', 'government_fund', false, '', false),
    ('government_fund', '=', 'right', 1, 'appropriation_summary', 'income.government_fund', 'total', true, '', false),
    ('government_fund', '=', 'right', 1, 'appropriation_summary', 'income.opening_balance.government_fund', 'total', true, '', false),
    ('state_capital', '=', 'left', 1, 'appropriation_summary', 'expenditure.grand_total', 'state_capital', false, '', false),
    ('state_capital', '=', 'right', 1, 'appropriation_summary', 'income.state_capital', 'total', true, '', false),
    ('state_capital', '=', 'right', 1, 'appropriation_summary', 'income.opening_balance.state_capital', 'total', true, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'A-04-BALF' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_a_05_v as (
-- 05: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'general_budget_by_function'
    union
    select lost.filing_id, lost.parent_key, lost.row_key, node.measure
    from "intermediate"."int_lost_row" as lost
    inner join "intermediate"."int_key" as node
        on lost.filing_id = node.filing_id and lost.form = node.form and node.row_key in (lost.parent_key, lost.row_key)
    where lost.form = 'general_budget_by_function'
)
select
    'A-05-V' as rule_id,
    filing_id,
    'general_budget_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'general_budget_by_function' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-05-V' as rule_id,
    filing_id,
    'general_budget_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'general_budget_by_function' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_05_h as (
-- 05: the total column = Σ the other columns, each row.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'general_budget_by_function' and measure in ('total', 'basic', 'project')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('basic', 'project'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('basic', 'project')
)
select
    'A-05-H' as rule_id,
    filing_id,
    'general_budget_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'general_budget_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_05_row as (
-- 05: 年初 + 本年收入 = 本年支出 + 年末, each row, in layouts that print balances.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'general_budget_by_function' and measure in ('opening_balance', 'income', 'total', 'closing_balance')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'opening_balance')
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'closing_balance')
    group by filing_id, row_key
    having
        bool_or(measure in ('total', 'closing_balance'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['opening_balance', 'income']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('total', 'closing_balance')
)
select
    'A-05-ROW' as rule_id,
    filing_id,
    'general_budget_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'general_budget_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_06_sum as (
-- 06: 类 = Σ款.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'basic_expenditure_by_economic'
        and tree.parent_key similar to '[0-9]{3}'
)
select
    'A-06-SUM' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-06-SUM' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_06_pers as (
-- 06: 人员经费合计 = 301 + 303.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'basic_expenditure_by_economic'
        and tree.parent_key = 'personnel_total'
)
select
    'A-06-PERS' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-06-PERS' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_06_pub as (
-- 06: 公用经费合计 = 302 + 307 + 310 + 312 + 313 + 399; by years of the classification, see economic_groups.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'basic_expenditure_by_economic'
        and tree.parent_key = 'office_total'
)
select
    'A-06-PUB' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-06-PUB' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_06_tot as (
-- 06: 合计 = 人员经费合计 + 公用经费合计, where it is printed.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'basic_expenditure_by_economic'
        and tree.parent_key = 'total'
        and (tree.filing_id, tree.form, tree.parent_key) in (
            select (higher.filing_id, higher.form, higher.row_key) from "intermediate"."int_key" as higher
        )
)
select
    'A-06-TOT' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-06-TOT' as rule_id,
    filing_id,
    'basic_expenditure_by_economic|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_07_v as (
-- 07: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'government_fund_by_function'
    union
    select lost.filing_id, lost.parent_key, lost.row_key, node.measure
    from "intermediate"."int_lost_row" as lost
    inner join "intermediate"."int_key" as node
        on lost.filing_id = node.filing_id and lost.form = node.form and node.row_key in (lost.parent_key, lost.row_key)
    where lost.form = 'government_fund_by_function'
)
select
    'A-07-V' as rule_id,
    filing_id,
    'government_fund_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'government_fund_by_function' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-07-V' as rule_id,
    filing_id,
    'government_fund_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'government_fund_by_function' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_07_h as (
-- 07: the total column = Σ the other columns, each row.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'government_fund_by_function' and measure in ('total', 'basic', 'project')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('basic', 'project'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('basic', 'project')
)
select
    'A-07-H' as rule_id,
    filing_id,
    'government_fund_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'government_fund_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_07_row as (
-- 07: 年初 + 本年收入 = 本年支出 + 年末, each row, in layouts that print balances.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'government_fund_by_function' and measure in ('opening_balance', 'income', 'total', 'closing_balance')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'opening_balance')
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'closing_balance')
    group by filing_id, row_key
    having
        bool_or(measure in ('total', 'closing_balance'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['opening_balance', 'income']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('total', 'closing_balance')
)
select
    'A-07-ROW' as rule_id,
    filing_id,
    'government_fund_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'government_fund_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_08_v as (
-- 08: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'state_capital_by_function'
    union
    select lost.filing_id, lost.parent_key, lost.row_key, node.measure
    from "intermediate"."int_lost_row" as lost
    inner join "intermediate"."int_key" as node
        on lost.filing_id = node.filing_id and lost.form = node.form and node.row_key in (lost.parent_key, lost.row_key)
    where lost.form = 'state_capital_by_function'
)
select
    'A-08-V' as rule_id,
    filing_id,
    'state_capital_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'state_capital_by_function' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-08-V' as rule_id,
    filing_id,
    'state_capital_by_function|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'state_capital_by_function' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_08_h as (
-- 08: the total column = Σ the other columns, each row.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'state_capital_by_function' and measure in ('total', 'basic', 'project')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
    group by filing_id, row_key
    having
        bool_or(measure in ('basic', 'project'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['total']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('basic', 'project')
)
select
    'A-08-H' as rule_id,
    filing_id,
    'state_capital_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'state_capital_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_08_row as (
-- 08: 年初 + 本年收入 = 本年支出 + 年末, each row, in layouts that print balances.
with cell as (
    select filing_id, row_key, measure, is_marked
    from "intermediate"."int_key"
    where
        form = 'state_capital_by_function' and measure in ('opening_balance', 'income', 'total', 'closing_balance')
),
kept as (
    select filing_id, row_key
    from cell
    where
        true
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'opening_balance')
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = 'closing_balance')
    group by filing_id, row_key
    having
        bool_or(measure in ('total', 'closing_balance'))
),
term as (
    select filing_id, row_key, 'left' as side, unnest(['opening_balance', 'income']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('total', 'closing_balance')
)
select
    'A-08-ROW' as rule_id,
    filing_id,
    'state_capital_by_function|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'state_capital_by_function' as form,
    row_key,
    measure
from term
),  __dbt__cte__rule_a_09 as (
-- 09: 合计 = 出国 + 公车小计 + 接待; 公车小计 = 购置 + 运行; budget and final.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'three_public'
)
select
    'A-09' as rule_id,
    filing_id,
    'three_public|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'three_public' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-09' as rule_id,
    filing_id,
    'three_public|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'three_public' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_10_proc as (
-- 10: 采购合计 = 货物 + 工程 + 服务.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'disclosure_statistics'
        and tree.parent_key = 'procurement.total'
)
select
    'A-10-PROC' as rule_id,
    filing_id,
    'disclosure_statistics|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'disclosure_statistics' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-10-PROC' as rule_id,
    filing_id,
    'disclosure_statistics|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'disclosure_statistics' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_a_10_cars as (
-- 10: 车辆合计 = Σ kinds. Counts agree exactly.
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from "intermediate"."int_key" as node
    inner join "intermediate"."int_parent" as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = 'disclosure_statistics'
        and tree.parent_key = 'vehicles.total'
)
select
    'A-10-CARS' as rule_id,
    filing_id,
    'disclosure_statistics|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'disclosure_statistics' as form,
    parent_key as row_key,
    measure as measure
from child
group by all
union all
select
    'A-10-CARS' as rule_id,
    filing_id,
    'disclosure_statistics|' || parent_key || '|' || measure as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    'disclosure_statistics' as form,
    row_key,
    measure
from child
),  __dbt__cte__rule_b_01_02 as (
-- 01 本年收入合计 = 02 合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('income_total', '=', 'left', 1, 'income_expenditure_summary', 'income.income_total', 'amount', false, '', false),
    ('income_total', '=', 'right', 1, 'income_by_function', 'total', 'total', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-02' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_01_02f as (
-- 02 财政拨款收入 = Σ of the three appropriation lines of 01, or its one line 财政拨款收入 (until FY2018).
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('appropriation', '=', 'left', 1, 'income_by_function', 'total', 'appropriation', false, 'income.appropriation', false),
    ('appropriation', '=', 'right', 1, 'income_expenditure_summary', 'income.general_budget', 'amount', true, 'income.appropriation', false),
    ('appropriation', '=', 'right', 1, 'income_expenditure_summary', 'income.government_fund', 'amount', true, 'income.appropriation', false),
    ('appropriation', '=', 'right', 1, 'income_expenditure_summary', 'income.state_capital', 'amount', true, 'income.appropriation', false),
    ('combined', '=', 'left', 1, 'income_by_function', 'total', 'appropriation', false, 'income.appropriation', true),
    ('combined', '=', 'right', 1, 'income_expenditure_summary', 'income.appropriation', 'amount', false, 'income.appropriation', true)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-02F' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_01_02c as (
-- 01 line = 02 column, for the sources that are no appropriation.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('superior_subsidy', '=', 'left', 1, 'income_expenditure_summary', 'income.superior_subsidy', 'amount', false, '', false),
    ('superior_subsidy', '=', 'right', 1, 'income_by_function', 'total', 'superior_subsidy', false, '', false),
    ('institutional', '=', 'left', 1, 'income_expenditure_summary', 'income.institutional', 'amount', false, '', false),
    ('institutional', '=', 'right', 1, 'income_by_function', 'total', 'institutional', false, '', false),
    ('operating', '=', 'left', 1, 'income_expenditure_summary', 'income.operating', 'amount', false, '', false),
    ('operating', '=', 'right', 1, 'income_by_function', 'total', 'operating', false, '', false),
    ('affiliated_remittance', '=', 'left', 1, 'income_expenditure_summary', 'income.affiliated_remittance', 'amount', false, '', false),
    ('affiliated_remittance', '=', 'right', 1, 'income_by_function', 'total', 'affiliated_remittance', false, '', false),
    ('other', '=', 'left', 1, 'income_expenditure_summary', 'income.other', 'amount', false, '', false),
    ('other', '=', 'right', 1, 'income_by_function', 'total', 'other', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-02C' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_01_03 as (
-- 01 本年支出合计 = 03 合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('expenditure_total', '=', 'left', 1, 'income_expenditure_summary', 'expenditure.expenditure_total', 'amount', false, '', false),
    ('expenditure_total', '=', 'right', 1, 'expenditure_by_function', 'total', 'total', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-03' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_01_03l as (
-- 01 class line = 03 类 row.
with side (side, form, prefix, measure) as (
    values
    ('left', 'income_expenditure_summary', 'expenditure.', 'amount'),
    ('right', 'expenditure_by_function', '', 'total')
),
with_both as (
    select form.filing_id
    from "intermediate"."int_form" as form
    inner join side on form.form = side.form
    where form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
class as (
    select node.filing_id, right(node.row_key, 3) as class_code
    from "intermediate"."int_key" as node
    inner join side on node.form = side.form and node.measure = side.measure
    where
        regexp_full_match(node.row_key, replace(side.prefix, '.', '[.]') || '[0-9]{3}')
    group by node.filing_id, class_code
)
select
    'B-01-03L' as rule_id,
    class.filing_id,
    'income_expenditure_summary|' || class.class_code || '|amount' as equation_key,
    '=' as relation,
    side.side,
    1 as coefficient,
    class.filing_id as cell_filing_id,
    side.form,
    side.prefix || class.class_code as row_key,
    side.measure
from class
inner join with_both on class.filing_id = with_both.filing_id
cross join side
),  __dbt__cte__rule_b_01_04 as (
-- 01 lines 1 to 3 = 04 lines 1 to 3, those that print anything; its one line 财政拨款收入 (until FY2018) = their sum.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('combined', '=', 'left', 1, 'income_expenditure_summary', 'income.appropriation', 'amount', false, 'income.appropriation', true),
    ('combined', '=', 'right', 1, 'appropriation_summary', 'income.income_total', 'total', false, 'income.appropriation', true),
    ('general_budget', '=', 'left', 1, 'income_expenditure_summary', 'income.general_budget', 'amount', false, 'income.appropriation', false),
    ('general_budget', '=', 'right', 1, 'appropriation_summary', 'income.general_budget', 'total', false, 'income.appropriation', false),
    ('government_fund', '=', 'left', 1, 'income_expenditure_summary', 'income.government_fund', 'amount', false, '', false),
    ('government_fund', '=', 'right', 1, 'appropriation_summary', 'income.government_fund', 'total', false, '', false),
    ('state_capital', '=', 'left', 1, 'income_expenditure_summary', 'income.state_capital', 'amount', false, '', false),
    ('state_capital', '=', 'right', 1, 'appropriation_summary', 'income.state_capital', 'total', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-04' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
    and bool_or(is_marked) over equation
),  __dbt__cte__rule_b_01_04l as (
-- 04 class line <= 01 class line.
with side (side, form, prefix, measure) as (
    values
    ('left', 'appropriation_summary', 'expenditure.', 'total'),
    ('right', 'income_expenditure_summary', 'expenditure.', 'amount')
),
with_both as (
    select form.filing_id
    from "intermediate"."int_form" as form
    inner join side on form.form = side.form
    where form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
class as (
    select node.filing_id, right(node.row_key, 3) as class_code
    from "intermediate"."int_key" as node
    inner join side on node.form = side.form and node.measure = side.measure
    where
        regexp_full_match(node.row_key, replace(side.prefix, '.', '[.]') || '[0-9]{3}')
        and side.side = 'left'
    group by node.filing_id, class_code
)
select
    'B-01-04L' as rule_id,
    class.filing_id,
    'appropriation_summary|' || class.class_code || '|total' as equation_key,
    '<=' as relation,
    side.side,
    1 as coefficient,
    class.filing_id as cell_filing_id,
    side.form,
    side.prefix || class.class_code as row_key,
    side.measure
from class
inner join with_both on class.filing_id = with_both.filing_id
cross join side
),  __dbt__cte__rule_b_01_04s as (
-- 04 年初, 年末 <= 01 年初, 年末.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('opening_balance', '<=', 'left', 1, 'appropriation_summary', 'income.opening_balance', 'total', false, '', false),
    ('opening_balance', '<=', 'right', 1, 'income_expenditure_summary', 'income.opening_balance', 'amount', false, '', false),
    ('closing_balance', '<=', 'left', 1, 'appropriation_summary', 'expenditure.closing_balance', 'total', false, '', false),
    ('closing_balance', '<=', 'right', 1, 'income_expenditure_summary', 'expenditure.closing_balance', 'amount', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-01-04S' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_02_03 as (
-- 02 row = 03 row, in filings without carry-over and without use of surplus.
with carry_over as (
    select distinct filing_id
    from "intermediate"."int_cell"
    where
        form = 'income_expenditure_summary'
        and row_key in (
            'income.surplus_used', 'income.opening_balance', 'expenditure.surplus_distributed',
            'expenditure.closing_balance'
        )
        and (state = 'unread' or amount_cny <> 0)
),
with_forms as (
    select filing_id
    from "intermediate"."int_form"
    where
        form in ('income_expenditure_summary', 'income_by_function', 'expenditure_by_function')
        and status <> 'unusable'
    group by filing_id
    having count(*) = 3
),
side (side, form) as (
    values ('left', 'income_by_function'), ('right', 'expenditure_by_function')
)
select distinct
    'B-02-03' as rule_id,
    node.filing_id,
    node.row_key || '|total' as equation_key,
    '=' as relation,
    side.side,
    1 as coefficient,
    node.filing_id as cell_filing_id,
    side.form,
    node.row_key,
    node.measure
from "intermediate"."int_key" as node
inner join with_forms on node.filing_id = with_forms.filing_id
anti join carry_over on node.filing_id = carry_over.filing_id
cross join side
where node.form in ('income_by_function', 'expenditure_by_function') and node.measure = 'total'
),  __dbt__cte__rule_b_02_04 as (
-- 02 财政拨款 合计 = 04 本年收入合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('appropriation', '=', 'left', 1, 'income_by_function', 'total', 'appropriation', false, '', false),
    ('appropriation', '=', 'right', 1, 'appropriation_summary', 'income.income_total', 'total', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-02-04' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_03_05 as (
-- 05 + 07 + 08 row <= 03 row, each of 合计, 基本, 项目.
-- Where both totals are equal there is no other money, and every row and column is equal.
with fund (form) as (
    values ('general_budget_by_function'), ('government_fund_by_function'), ('state_capital_by_function')
),
cell as (
    select node.filing_id, node.form, node.row_key, node.measure
    from "intermediate"."int_key" as node
    semi join fund on node.form = fund.form
    where node.measure in ('total', 'basic', 'project')
),
-- A row that 07 or 08 lost has its place here too.
lost as (
    select lost_row.filing_id, lost_row.form, unnest([lost_row.parent_key, lost_row.row_key]) as row_key
    from "intermediate"."int_lost_row" as lost_row
    where lost_row.form in ('government_fund_by_function', 'state_capital_by_function')
),
lost_key as (
    select distinct lost.filing_id, lost.form, lost.row_key
    from lost
    anti join cell on lost.filing_id = cell.filing_id and lost.form = cell.form and lost.row_key = cell.row_key
),
filing as (
    select form.filing_id
    from "intermediate"."int_form" as form
    where form.form in ('expenditure_by_function', 'general_budget_by_function') and form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
relation as (
    select
        filing.filing_id,
        case
            when
                sum(total.amount_cny) filter (where total.form = 'expenditure_by_function')
                = sum(total.amount_cny) filter (where total.form <> 'expenditure_by_function')
                then '='
            else '<='
        end as relation
    from filing
    left join "intermediate"."int_cell" as total
        on filing.filing_id = total.filing_id and total.row_key = 'total' and total.measure = 'total'
            and (total.form = 'expenditure_by_function' or total.form in (select fund.form from fund))
    group by filing.filing_id
),
key as (
    select relation.filing_id, relation.relation, node.row_key, node.measure
    from relation
    inner join "intermediate"."int_key" as node on relation.filing_id = node.filing_id
    where
        node.measure in ('total', 'basic', 'project')
        and (
            node.form in (select fund.form from fund)
            or (relation.relation = '=' and node.form = 'expenditure_by_function')
        )
    group by relation.filing_id, relation.relation, node.row_key, node.measure
),
term as (
    select key.*, 'right' as side, 'expenditure_by_function' as form
    from key
    union all
    select key.*, 'left' as side, 'general_budget_by_function' as form
    from key
    union all
    select key.*, 'left' as side, cell.form
    from key
    inner join cell using (filing_id, row_key, measure)
    where cell.form <> 'general_budget_by_function'
    union all
    select key.*, 'left' as side, lost_key.form
    from key
    inner join lost_key using (filing_id, row_key)
)
select
    'B-03-05' as rule_id,
    filing_id,
    row_key || '|' || measure as equation_key,
    relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
),  __dbt__cte__rule_b_04_05 as (
-- 04 本年支出合计, general budget = 05 合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('general_budget', '=', 'left', 1, 'appropriation_summary', 'expenditure.expenditure_total', 'general_budget', false, '', false),
    ('general_budget', '=', 'right', 1, 'general_budget_by_function', 'total', 'total', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-04-05' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_04_05l as (
-- 04 class line, general budget = 05 类 row, the classes that print anything.
with side (side, form, prefix, measure) as (
    values
    ('left', 'appropriation_summary', 'expenditure.', 'general_budget'),
    ('right', 'general_budget_by_function', '', 'total')
),
with_both as (
    select form.filing_id
    from "intermediate"."int_form" as form
    inner join side on form.form = side.form
    where form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
class as (
    select node.filing_id, right(node.row_key, 3) as class_code
    from "intermediate"."int_key" as node
    inner join side on node.form = side.form and node.measure = side.measure
    where
        regexp_full_match(node.row_key, replace(side.prefix, '.', '[.]') || '[0-9]{3}')
    group by node.filing_id, class_code
    having bool_or(node.is_marked)
)
select
    'B-04-05L' as rule_id,
    class.filing_id,
    'appropriation_summary|' || class.class_code || '|general_budget' as equation_key,
    '=' as relation,
    side.side,
    1 as coefficient,
    class.filing_id as cell_filing_id,
    side.form,
    side.prefix || class.class_code as row_key,
    side.measure
from class
inner join with_both on class.filing_id = with_both.filing_id
cross join side
),  __dbt__cte__rule_b_04_07 as (
-- 04 column of the government fund budget = 07 小计 合计; income and balances too.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('total', '=', 'left', 1, 'appropriation_summary', 'expenditure.expenditure_total', 'government_fund', false, '', false),
    ('total', '=', 'right', 1, 'government_fund_by_function', 'total', 'total', false, '', false),
    ('opening_balance', '=', 'left', 1, 'appropriation_summary', 'income.opening_balance.government_fund', 'total', false, '', false),
    ('opening_balance', '=', 'right', 1, 'government_fund_by_function', 'total', 'opening_balance', false, '', false),
    ('income', '=', 'left', 1, 'appropriation_summary', 'income.government_fund', 'total', false, '', false),
    ('income', '=', 'right', 1, 'government_fund_by_function', 'total', 'income', false, '', false),
    ('closing_balance', '=', 'left', 1, 'appropriation_summary', 'expenditure.closing_balance', 'government_fund', false, '', false),
    ('closing_balance', '=', 'right', 1, 'government_fund_by_function', 'total', 'closing_balance', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-04-07' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_04_07l as (
-- 04 class line, government fund budget = 07 类 row, the classes that print anything.
with side (side, form, prefix, measure) as (
    values
    ('left', 'appropriation_summary', 'expenditure.', 'government_fund'),
    ('right', 'government_fund_by_function', '', 'total')
),
with_both as (
    select form.filing_id
    from "intermediate"."int_form" as form
    inner join side on form.form = side.form
    where form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
class as (
    select node.filing_id, right(node.row_key, 3) as class_code
    from "intermediate"."int_key" as node
    inner join side on node.form = side.form and node.measure = side.measure
    where
        regexp_full_match(node.row_key, replace(side.prefix, '.', '[.]') || '[0-9]{3}')
    group by node.filing_id, class_code
    having bool_or(node.is_marked)
)
select
    'B-04-07L' as rule_id,
    class.filing_id,
    'appropriation_summary|' || class.class_code || '|government_fund' as equation_key,
    '=' as relation,
    side.side,
    1 as coefficient,
    class.filing_id as cell_filing_id,
    side.form,
    side.prefix || class.class_code as row_key,
    side.measure
from class
inner join with_both on class.filing_id = with_both.filing_id
cross join side
),  __dbt__cte__rule_b_04_08 as (
-- 04 column of the state capital budget = 08 合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('total', '=', 'left', 1, 'appropriation_summary', 'expenditure.expenditure_total', 'state_capital', false, '', false),
    ('total', '=', 'right', 1, 'state_capital_by_function', 'total', 'total', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-04-08' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_04_08l as (
-- 04 class line, state capital budget = 08 类 row, the classes that print anything.
with side (side, form, prefix, measure) as (
    values
    ('left', 'appropriation_summary', 'expenditure.', 'state_capital'),
    ('right', 'state_capital_by_function', '', 'total')
),
with_both as (
    select form.filing_id
    from "intermediate"."int_form" as form
    inner join side on form.form = side.form
    where form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),
class as (
    select node.filing_id, right(node.row_key, 3) as class_code
    from "intermediate"."int_key" as node
    inner join side on node.form = side.form and node.measure = side.measure
    where
        regexp_full_match(node.row_key, replace(side.prefix, '.', '[.]') || '[0-9]{3}')
    group by node.filing_id, class_code
    having bool_or(node.is_marked)
)
select
    'B-04-08L' as rule_id,
    class.filing_id,
    'appropriation_summary|' || class.class_code || '|state_capital' as equation_key,
    '=' as relation,
    side.side,
    1 as coefficient,
    class.filing_id as cell_filing_id,
    side.form,
    side.prefix || class.class_code as row_key,
    side.measure
from class
inner join with_both on class.filing_id = with_both.filing_id
cross join side
),  __dbt__cte__rule_b_05_06 as (
-- 05 基本支出 合计 = 06 人员经费合计 + 公用经费合计.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('basic', '=', 'left', 1, 'general_budget_by_function', 'total', 'basic', false, '', false),
    ('basic', '=', 'right', 1, 'basic_expenditure_by_economic', 'personnel_total', 'amount', true, '', false),
    ('basic', '=', 'right', 1, 'basic_expenditure_by_economic', 'office_total', 'amount', true, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-05-06' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_06_09 as (
-- 06 30212, 30217, 30231, 31013 <= 09 the same item, final.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('abroad', '<=', 'left', 1, 'basic_expenditure_by_economic', '30212', 'amount', false, '', false),
    ('abroad', '<=', 'right', 1, 'three_public', 'abroad', 'final', false, '', false),
    ('reception', '<=', 'left', 1, 'basic_expenditure_by_economic', '30217', 'amount', false, '', false),
    ('reception', '<=', 'right', 1, 'three_public', 'reception', 'final', false, '', false),
    ('vehicle_operation', '<=', 'left', 1, 'basic_expenditure_by_economic', '30231', 'amount', false, '', false),
    ('vehicle_operation', '<=', 'right', 1, 'three_public', 'vehicle_operation', 'final', false, '', false),
    ('vehicle_purchase', '<=', 'left', 1, 'basic_expenditure_by_economic', '31013', 'amount', false, '', false),
    ('vehicle_purchase', '<=', 'right', 1, 'three_public', 'vehicle_purchase', 'final', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-06-09' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_06_10 as (
-- 10 机关运行经费 <= 06 公用经费; equal where the whole unit is 行政 or 参公, which no form says.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('operating_cost', '<=', 'left', 1, 'disclosure_statistics', 'operating_cost.administrative', 'value', true, '', false),
    ('operating_cost', '<=', 'left', 1, 'disclosure_statistics', 'operating_cost.quasi_civil', 'value', true, '', false),
    ('operating_cost', '<=', 'right', 1, 'basic_expenditure_by_economic', 'office_total', 'amount', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-06-10' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
),  __dbt__cte__rule_b_06_f as (
-- 06 30108 = 05 2080505 基本; 30109 = 2080506; 30113 = 2210201; where both are printed or either is.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('30108', '=', 'left', 1, 'basic_expenditure_by_economic', '30108', 'amount', false, '', false),
    ('30108', '=', 'right', 1, 'general_budget_by_function', '2080505', 'basic', false, '', false),
    ('30109', '=', 'left', 1, 'basic_expenditure_by_economic', '30109', 'amount', false, '', false),
    ('30109', '=', 'right', 1, 'general_budget_by_function', '2080506', 'basic', false, '', false),
    ('30113', '=', 'left', 1, 'basic_expenditure_by_economic', '30113', 'amount', false, '', false),
    ('30113', '=', 'right', 1, 'general_budget_by_function', '2210201', 'basic', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-06-F' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
    and bool_or(is_marked) over equation
),  __dbt__cte__rule_b_06_f2 as (
-- 06 303 = 05 2080501 + 2080502 基本.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('303', '=', 'left', 1, 'basic_expenditure_by_economic', '303', 'amount', false, '', false),
    ('303', '=', 'right', 1, 'general_budget_by_function', '2080501', 'basic', true, '', false),
    ('303', '=', 'right', 1, 'general_budget_by_function', '2080502', 'basic', true, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-06-F2' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
    and bool_or(is_marked) over equation
),  __dbt__cte__rule_b_06_f3 as (
-- 06 30110 + 30111 + 30112 = 05 21011 基本.
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    ('30110', '=', 'left', 1, 'basic_expenditure_by_economic', '30110', 'amount', true, '', false),
    ('30110', '=', 'left', 1, 'basic_expenditure_by_economic', '30111', 'amount', true, '', false),
    ('30110', '=', 'left', 1, 'basic_expenditure_by_economic', '30112', 'amount', true, '', false),
    ('30110', '=', 'right', 1, 'general_budget_by_function', '21011', 'basic', false, '', false)
),
usable as (
    select given.*, form.filing_id
    from given
    inner join "intermediate"."int_form" as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from "intermediate"."int_key" as node
    )
),
term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join "intermediate"."int_key" as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)
select
    'B-06-F3' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
    and bool_or(is_marked) over equation
),  __dbt__cte__rule_s_run as (
-- 05: rows named 行政运行 have no 项目支出; the right side is nothing.
select distinct
    'S-RUN' as rule_id,
    filing_id,
    row_key || '|project' as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from "intermediate"."int_cell"
where
    form = 'general_budget_by_function' and measure = 'project'
    and row_label = '行政运行' and regexp_full_match(row_key, '[0-9]{5}01')
),  __dbt__cte__rule_s_annuity as (
-- 06: 30109 between 0.4 and 0.6 of 30108 (contributions are 8 % and 16 %), where both are printed.
-- The one rule with coefficients other than 1.
with printed as (
    select filing_id
    from "intermediate"."int_cell"
    where form = 'basic_expenditure_by_economic' and row_key in ('30108', '30109') and amount_cny > 0
    group by filing_id
    having count(distinct row_key) = 2
),
term (equation_key, side, coefficient, row_key) as (
    values
    ('at_most_0.6', 'left', 5, '30109'),
    ('at_most_0.6', 'right', 3, '30108'),
    ('at_least_0.4', 'left', 2, '30108'),
    ('at_least_0.4', 'right', 5, '30109')
)
select
    'S-ANNUITY' as rule_id,
    printed.filing_id,
    term.equation_key,
    '<=' as relation,
    term.side,
    term.coefficient,
    printed.filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    term.row_key,
    'amount' as measure
from printed
cross join term
),  __dbt__cte__rule_y_open as (
-- 01, 04, 07: 年初 (t) = 年末 (t - 1), of the same filer and scope; in 05 and 08 where they print balances.
with pair as (
    select filing.filing_id, year_before.filing_id as prior_id
    from "staging"."stg_filing" as filing
    inner join "staging"."stg_filing" as year_before
        on filing.department_id = year_before.department_id and filing.scope = year_before.scope
            and filing.fiscal_year = year_before.fiscal_year + 1
    where filing.is_current and year_before.is_current and filing.is_identified
),
line (form, opening_key, opening_measure, closing_key, closing_measure) as (
    values
    ('income_expenditure_summary', 'income.opening_balance', 'amount', 'expenditure.closing_balance', 'amount'),
    ('appropriation_summary', 'income.opening_balance', 'total', 'expenditure.closing_balance', 'total'),
    (
        'appropriation_summary',
        'income.opening_balance.general_budget', 'total', 'expenditure.closing_balance', 'general_budget'
    ),
    (
        'appropriation_summary',
        'income.opening_balance.government_fund', 'total', 'expenditure.closing_balance', 'government_fund'
    ),
    (
        'appropriation_summary',
        'income.opening_balance.state_capital', 'total', 'expenditure.closing_balance', 'state_capital'
    )
),
named as (
    select pair.*, line.*
    from pair
    cross join line
    inner join "intermediate"."int_form" as here on pair.filing_id = here.filing_id and line.form = here.form
    inner join "intermediate"."int_form" as before on pair.prior_id = before.filing_id and line.form = before.form
    where here.status <> 'unusable' and before.status <> 'unusable'
),
coded as (
    select distinct
        pair.filing_id,
        pair.prior_id,
        node.form,
        node.row_key as opening_key,
        'opening_balance' as opening_measure,
        node.row_key as closing_key,
        'closing_balance' as closing_measure
    from pair
    inner join "intermediate"."int_key" as node
        on (pair.filing_id = node.filing_id and node.measure = 'opening_balance')
            or (pair.prior_id = node.filing_id and node.measure = 'closing_balance')
),
equation as (
    select * from named
    union all by name
    select * from coded
)
select
    'Y-OPEN' as rule_id,
    filing_id,
    concat_ws('|', form, opening_key, opening_measure) as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    form,
    opening_key as row_key,
    opening_measure as measure
from equation
union all
select
    'Y-OPEN' as rule_id,
    filing_id,
    concat_ws('|', form, opening_key, opening_measure) as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    prior_id as cell_filing_id,
    form,
    closing_key as row_key,
    closing_measure as measure
from equation
),  __dbt__cte__rule_u_sum as (
-- Σ of the unit filings <= the department filing: 03 (basic, project), 05, 06, 09. Units that do not publish cannot be
-- known; where the units reach the department's total of 05, none is missing, and every cell is equal. Money that
-- passes between units is in neither basic nor project expenditure of the general budget, hence no total of 03.
with pair as (
    select department.filing_id, unit.filing_id as unit_id
    from "staging"."stg_filing" as department
    inner join "staging"."stg_filing" as unit
        on department.region_code = unit.region_code and department.fiscal_year = unit.fiscal_year
            and department.department = unit.department
    where department.is_current and unit.is_current and department.scope = 'department' and unit.scope = 'unit'
),
total as (
    select filing_id, amount_cny, step_cny
    from "intermediate"."int_cell"
    where
        form = 'general_budget_by_function' and row_key = 'total' and measure = 'total' and state = 'printed'
),
complete as (
    select pair.filing_id
    from pair
    inner join total as whole on pair.filing_id = whole.filing_id
    left join total as part on pair.unit_id = part.filing_id
    group by pair.filing_id, whole.amount_cny, whole.step_cny
    having
        count(*) = count(part.filing_id)
        and abs(whole.amount_cny - sum(part.amount_cny)) * 2 < whole.step_cny + sum(part.step_cny)
),
-- Forms that the department and all its units have.
shared as (
    select pair.filing_id, of_unit.form
    from pair
    inner join "intermediate"."int_form" as of_unit on pair.unit_id = of_unit.filing_id
    inner join "intermediate"."int_form" as of_department
        on pair.filing_id = of_department.filing_id and of_unit.form = of_department.form
    where of_unit.status <> 'unusable' and of_department.status <> 'unusable'
    group by pair.filing_id, of_unit.form
    having count(*) = (select count(*) from pair as others where others.filing_id = pair.filing_id)
),
cell as (
    select filing_id, form, row_key, measure
    from "intermediate"."int_key"
    where
        form in ('general_budget_by_function', 'basic_expenditure_by_economic', 'three_public')
        or (form = 'expenditure_by_function' and measure in ('basic', 'project'))
),
part as (
    select pair.filing_id, cell.filing_id as cell_filing_id, cell.form, cell.row_key, cell.measure
    from pair
    inner join cell on pair.unit_id = cell.filing_id
),
whole as (
    select filing_id, form, row_key, measure from part
    union distinct
    select cell.filing_id, cell.form, cell.row_key, cell.measure
    from cell
    semi join complete on cell.filing_id = complete.filing_id
),
term as (
    select filing_id, cell_filing_id, form, row_key, measure, 'left' as side from part
    union all by name
    select filing_id, filing_id as cell_filing_id, form, row_key, measure, 'right' as side from whole
)
select
    'U-SUM' as rule_id,
    term.filing_id,
    concat_ws('|', term.form, term.row_key, term.measure) as equation_key,
    case when complete.filing_id is null then '<=' else '=' end as relation,
    term.side,
    1 as coefficient,
    term.cell_filing_id,
    term.form,
    term.row_key,
    term.measure
from term
inner join shared on term.filing_id = shared.filing_id and term.form = shared.form
left join complete on term.filing_id = complete.filing_id
), term as (
    select * from __dbt__cte__rule_a_01_inc
    union all by name
    select * from __dbt__cte__rule_a_01_exp
    union all by name
    select * from __dbt__cte__rule_a_01_toti
    union all by name
    select * from __dbt__cte__rule_a_01_tote
    union all by name
    select * from __dbt__cte__rule_a_01_bal
    union all by name
    select * from __dbt__cte__rule_a_02_v
    union all by name
    select * from __dbt__cte__rule_a_02_h
    union all by name
    select * from __dbt__cte__rule_a_03_v
    union all by name
    select * from __dbt__cte__rule_a_03_h
    union all by name
    select * from __dbt__cte__rule_a_04_inc
    union all by name
    select * from __dbt__cte__rule_a_04_exp
    union all by name
    select * from __dbt__cte__rule_a_04_h
    union all by name
    select * from __dbt__cte__rule_a_04_open
    union all by name
    select * from __dbt__cte__rule_a_04_toti
    union all by name
    select * from __dbt__cte__rule_a_04_tote
    union all by name
    select * from __dbt__cte__rule_a_04_bal
    union all by name
    select * from __dbt__cte__rule_a_04_totf
    union all by name
    select * from __dbt__cte__rule_a_04_balf
    union all by name
    select * from __dbt__cte__rule_a_05_v
    union all by name
    select * from __dbt__cte__rule_a_05_h
    union all by name
    select * from __dbt__cte__rule_a_05_row
    union all by name
    select * from __dbt__cte__rule_a_06_sum
    union all by name
    select * from __dbt__cte__rule_a_06_pers
    union all by name
    select * from __dbt__cte__rule_a_06_pub
    union all by name
    select * from __dbt__cte__rule_a_06_tot
    union all by name
    select * from __dbt__cte__rule_a_07_v
    union all by name
    select * from __dbt__cte__rule_a_07_h
    union all by name
    select * from __dbt__cte__rule_a_07_row
    union all by name
    select * from __dbt__cte__rule_a_08_v
    union all by name
    select * from __dbt__cte__rule_a_08_h
    union all by name
    select * from __dbt__cte__rule_a_08_row
    union all by name
    select * from __dbt__cte__rule_a_09
    union all by name
    select * from __dbt__cte__rule_a_10_proc
    union all by name
    select * from __dbt__cte__rule_a_10_cars
    union all by name
    select * from __dbt__cte__rule_b_01_02
    union all by name
    select * from __dbt__cte__rule_b_01_02f
    union all by name
    select * from __dbt__cte__rule_b_01_02c
    union all by name
    select * from __dbt__cte__rule_b_01_03
    union all by name
    select * from __dbt__cte__rule_b_01_03l
    union all by name
    select * from __dbt__cte__rule_b_01_04
    union all by name
    select * from __dbt__cte__rule_b_01_04l
    union all by name
    select * from __dbt__cte__rule_b_01_04s
    union all by name
    select * from __dbt__cte__rule_b_02_03
    union all by name
    select * from __dbt__cte__rule_b_02_04
    union all by name
    select * from __dbt__cte__rule_b_03_05
    union all by name
    select * from __dbt__cte__rule_b_04_05
    union all by name
    select * from __dbt__cte__rule_b_04_05l
    union all by name
    select * from __dbt__cte__rule_b_04_07
    union all by name
    select * from __dbt__cte__rule_b_04_07l
    union all by name
    select * from __dbt__cte__rule_b_04_08
    union all by name
    select * from __dbt__cte__rule_b_04_08l
    union all by name
    select * from __dbt__cte__rule_b_05_06
    union all by name
    select * from __dbt__cte__rule_b_06_09
    union all by name
    select * from __dbt__cte__rule_b_06_10
    union all by name
    select * from __dbt__cte__rule_b_06_f
    union all by name
    select * from __dbt__cte__rule_b_06_f2
    union all by name
    select * from __dbt__cte__rule_b_06_f3
    union all by name
    select * from __dbt__cte__rule_s_run
    union all by name
    select * from __dbt__cte__rule_s_annuity
    union all by name
    select * from __dbt__cte__rule_y_open
    union all by name
    select * from __dbt__cte__rule_u_sum
),
-- A rule speaks of its own years and scopes only.
asked as (
    select term.*
    from term
    inner join "seeds"."rules" as rules on term.rule_id = rules.rule_id
    inner join "staging"."stg_filing" as filing on term.filing_id = filing.filing_id
    where
        filing.fiscal_year between coalesce(rules.fy_from, 0) and coalesce(rules.fy_to, 9999)
        and (rules.scopes is null or list_contains(string_split(rules.scopes, ';'), filing.scope))
),
known_column as (
    select distinct filing_id, form, measure from "intermediate"."int_key"
)
select
    substr(md5(concat_ws('|', asked.rule_id, asked.filing_id, asked.equation_key)), 1, 16) as equation_id,
    asked.rule_id,
    asked.filing_id,
    asked.equation_key,
    asked.relation,
    asked.side,
    asked.coefficient,
    asked.cell_filing_id,
    asked.form,
    asked.row_key,
    asked.measure,
    cell.occurrence,
    case
        when cell.state is not null then cell.state
        when form.status = 'empty' then 'unlisted'
        when form.status = 'read' and known_column.form is not null and regexp_full_match(asked.row_key, '[0-9]+')
            then 'unlisted'
        else 'missing'
    end as state,
    cell.amount_cny,
    cell.step_cny,
    coalesce(cell.is_count, false) as is_count,
    cell.value_source,
    cell.row_label,
    cell.raw_text,
    cell.unit,
    cell.page,
    cell.sheet,
    cell.table_no,
    cell.row_no,
    cell.col_no,
    cell.line_no
from asked
left join "intermediate"."int_cell" as cell
    on asked.cell_filing_id = cell.filing_id and asked.form = cell.form and asked.row_key = cell.row_key
        and asked.measure = cell.measure
left join "intermediate"."int_form" as form on asked.cell_filing_id = form.filing_id and asked.form = form.form
left join known_column
    on asked.cell_filing_id = known_column.filing_id and asked.form = known_column.form
        and asked.measure = known_column.measure;

create table intermediate.int_rounding_regime as
-- How each filing was rounded, with the evidence. R1: every cell from yuan; sums may miss by cents, copies agree.
-- R2: the subtotals of the function tables are re-added from rounded leaves; their sums are exact, and what is
-- rounded from yuan elsewhere may miss them by (n + 1) half steps, n the leaves re-added. Where the total columns
-- are exact sums too, they may have been re-added as well (`rows_readded`). Columns of balances, which 05 prints in
-- some years, are rounded from yuan in both and show nothing.
with side as (
    select
        term.rule_id,
        term.filing_id,
        term.equation_key,
        sum(case when term.side = 'left' then 1 else -1 end * term.coefficient * term.amount_cny) as gap,
        sum(abs(term.coefficient) * term.step_cny) as steps,
        sum(abs(term.coefficient) * term.step_cny * greatest(leaves.n_leaves, leaves.n_parts, 1)) as leaf_steps,
        count(*) filter (where term.side = 'right') as n_right
    from "intermediate"."int_term" as term
    left join "intermediate"."int_leaf_count" as leaves
        on term.filing_id = leaves.filing_id and term.form = leaves.form and term.row_key = leaves.row_key
            and term.measure = leaves.measure
    where
        term.state = 'printed' and term.cell_filing_id = term.filing_id
        and (term.rule_id not like 'A-%-V' or term.measure not in ('opening_balance', 'income', 'closing_balance'))
    group by term.rule_id, term.filing_id, term.equation_key
),
evidence as (
    select
        side.filing_id,
        count(*) filter (where rules.shows = 'sum' and side.n_right > 1) as n_sums,
        count(*) filter (
            where rules.shows = 'sum' and side.gap <> 0 and abs(side.gap) * 2 < side.steps
        ) as n_sums_off,
        count(*) filter (
            where rules.shows = 'row' and side.gap <> 0 and abs(side.gap) * 2 < side.leaf_steps
        ) as n_rows_off,
        count(*) filter (where rules.shows = 'copy') as n_copies,
        count(*) filter (
            where rules.shows = 'copy' and abs(side.gap) * 2 >= side.steps and abs(side.gap) * 2 < side.leaf_steps
        ) as n_copies_off
    from side
    inner join "seeds"."rules" as rules on side.rule_id = rules.rule_id
    group by side.filing_id
)
select
    filing_id,
    case when n_sums > 0 and n_sums_off = 0 and n_copies_off > 0 then 'R2' else 'R1' end as regime,
    regime = 'R2' and n_rows_off = 0 as rows_readded,
    n_sums,
    n_sums_off,
    n_rows_off,
    n_copies,
    n_copies_off
from evidence;

create table intermediate.int_equation as
-- One row an equation: its two sides as printed, what rounding allows between them, and the verdict.
-- A blank counts nothing, and is named in `n_blank`: an equation that does not hold is a `fail` whether a cell says
-- something else or nothing. What the filing does not have (`missing`) or what was not read decides nothing:
-- such an equation is `not_evaluated`, unless the cells that are printed on both sides agree without it.
with weighted as (
    select
        term.*,
        -- In R2 a subtotal carries the rounding of all its leaves, outside the sums that re-added it.
        rules.half_steps * case
            when coalesce(regime.regime, 'R1') = 'R1' or rules.shows = 'sum' then 1
            when regime.rows_readded then greatest(leaves.n_leaves, leaves.n_parts, 1)
            else greatest(leaves.n_leaves, 1)
        end as half_steps
    from "intermediate"."int_term" as term
    inner join "seeds"."rules" as rules on term.rule_id = rules.rule_id
    left join "intermediate"."int_rounding_regime" as regime on term.cell_filing_id = regime.filing_id
    left join "intermediate"."int_leaf_count" as leaves
        on term.cell_filing_id = leaves.filing_id and term.form = leaves.form and term.row_key = leaves.row_key
            and term.measure = leaves.measure
),
total as (
    select
        equation_id,
        rule_id,
        filing_id,
        equation_key,
        relation,
        coalesce(sum(coefficient * amount_cny) filter (where state = 'printed' and side = 'left'), 0) as left_cny,
        coalesce(sum(coefficient * amount_cny) filter (where state = 'printed' and side = 'right'), 0) as right_cny,
        -- Doubled, so that no decimal is divided. Counts must agree exactly, and so must what is printed to the fen.
        coalesce(
            sum(abs(coefficient) * half_steps * step_cny) filter (
                where state = 'printed' and not is_count and step_cny > 0.01
            ), 0
        ) as allowed,
        count(*) as n_terms,
        count(*) filter (where state = 'printed') as n_printed,
        count(*) filter (where state = 'blank') as n_blank,
        count(*) filter (where state = 'unread') as n_unread,
        count(*) filter (where state = 'unlisted') as n_unlisted,
        count(*) filter (where state = 'missing') as n_missing,
        count(*) filter (where side = 'left') = 0 or bool_or(state <> 'missing') filter (where side = 'left')
            as has_left,
        count(*) filter (where side = 'right') = 0 or bool_or(state <> 'missing') filter (where side = 'right')
            as has_right
    from weighted
    group by equation_id, rule_id, filing_id, equation_key, relation
),
compared as (
    select
        total.*,
        total.left_cny - total.right_cny as gap,
        rules.family,
        rules.severity,
        rules.soft,
        case when total.relation = '<=' then greatest(gap, 0) else abs(gap) end as excess
    from total
    inner join "seeds"."rules" as rules on total.rule_id = rules.rule_id
)
select
    equation_id,
    rule_id,
    family,
    severity,
    filing_id,
    equation_key,
    relation,
    left_cny,
    right_cny,
    cast(gap as decimal(24, 6)) as difference_cny,
    cast(allowed / 2 as decimal(24, 6)) as tolerance_cny,
    n_terms,
    n_printed,
    n_blank,
    n_unread,
    n_unlisted,
    n_missing,
    case
        when n_unread > 0 then 'not_evaluated'
        when n_printed = 0 then 'vacuous'
        when n_missing > 0 and not (has_left and has_right) then 'not_evaluated'
        when excess = 0 then 'exact'
        when excess * 2 < allowed then 'rounding'
        -- A soft rule is no identity, and a difference as large as rounding allows is nothing to look at.
        when soft and excess * 2 = allowed then 'rounding'
        when n_missing > 0 then 'not_evaluated'
        when soft then 'soft'
        else 'fail'
    end as verdict
from compared;

create table intermediate.int_statement as
-- One row a statement of a filing's text or evaluation forms that a rule could judge: what is printed, what it should
-- be, the verdict, and where. A rule speaks of its own years and scopes only.
with  __dbt__cte__rule_n_t as (
-- An amount or count of the text is what the form prints for it. A subtotal that was added again from rounded rows may
-- miss by their rounding. A difference of the last digit, and an amount where the form has none, is to be looked at.
with fact as (
    select
        fact.*,
        form.status as form_status,
        cell_step
        * case when regime.regime = 'R2' then greatest(leaves.n_leaves, leaves.n_parts, 1) else 1 end as allowed
    from "intermediate"."int_text_fact" as fact
    left join "intermediate"."int_form" as form on fact.filing_id = form.filing_id and fact.form = form.form
    left join "intermediate"."int_rounding_regime" as regime on fact.filing_id = regime.filing_id
    left join "intermediate"."int_leaf_count" as leaves
        on fact.filing_id = leaves.filing_id and fact.form = leaves.form and fact.row_key = leaves.row_key
            and fact.measure = leaves.measure
    where
        fact.is_current and fact.form is not null and fact.row_key is not null and fact.number is not null
        and fact.aspect in ('final', 'budget', 'adjusted_budget', 'count') and not fact.is_unit_slip
        and (fact.form = 'three_public' or fact.aspect in ('final', 'count'))
        and (fact.is_money or fact.number = 0 or cell_factor is null)
)
select
    'N-T' as rule_id,
    fact.filing_id,
    'fact|' || fact.fact_no as statement_key,
    fact.shown as printed,
    cast(fact.value as double) as printed_value,
    fact.unit,
    fact.form,
    fact.row_key,
    fact.measure,
    fact.spoken as name,
    fact.sentence,
    fact.page,
    fact.line_no,
    coalesce(cell_text || coalesce(cell_unit, ''), '—') as expected,
    case
        when cell_number is not null and number = cell_number then 'exact'
        when cell_number is not null and abs(number - cell_number) * 2 < step + coalesce(allowed, 0) then 'rounding'
        when cell_number is not null then 'fail'
        when cell_state = 'unread' then 'not_evaluated'
        when number = 0 and (cell_state = 'blank' or form_status = 'empty') then 'vacuous'
        when cell_state = 'blank' or form_status = 'empty' then 'fail'
        when form_status = 'read' and regexp_full_match(row_key, '[0-9]+') and number <> 0 then 'fail'
        when form_status = 'read' and regexp_full_match(row_key, '[0-9]+') then 'vacuous'
        else 'not_evaluated'
    end as verdict,
    case
        when cell_number is null or aspect in ('budget', 'adjusted_budget') then 'warn'
        when is_money and abs(number - cell_number) <= greatest(step, cell_step) then 'warn'
    end as severity,
    cast(cell_number as double) as expected_low,
    expected_low as expected_high,
    [struct_pack(
        role := cast('operand' as varchar), filing_id := cast(filing_id as varchar),
        form := cast(form as varchar), row_key := cast(row_key as varchar),
        measure := cast(measure as varchar), row_label := cast(cell_label as varchar),
        printed := cast(cell_text as varchar), printed_cny := cast(cell_number as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(cell_page as bigint),
        sheet := cast(cell_sheet as varchar), table_no := cast(cell_table_no as bigint),
        row_no := cast(cell_row_no as bigint), col_no := cast(cell_col_no as bigint),
        line_no := cast(cell_line_no as bigint)
    )] as operands
from fact
),  __dbt__cte__rule_n_share as (
-- A share is its part over its whole, within the rounding of both.
select
    'N-SHARE' as rule_id,
    fact.filing_id,
    'fact|' || fact.fact_no as statement_key,
    fact.shown as printed,
    cast(fact.value as double) as printed_value,
    fact.unit,
    fact.form,
    fact.row_key,
    fact.measure,
    fact.spoken as name,
    fact.sentence,
    fact.page,
    fact.line_no,
    ratio.expected,
    ratio.verdict,
    ratio.ratio_low as expected_low,
    ratio.ratio_high as expected_high,
    ratio.operands
from "intermediate"."int_text_ratio" as ratio
inner join "intermediate"."int_text_fact" as fact on ratio.filing_id = fact.filing_id and ratio.fact_no = fact.fact_no
where ratio.aspect = 'share'
),  __dbt__cte__rule_n_sharesum as (
-- The shares of all parts of a whole add up to 100, within their rounding, where the parts listed make the whole.
with share as (
    select
        fact.*,
        amount.low as part_low,
        amount.high as part_high,
        case
            when fact.form = 'general_budget_by_function' then 'general_budget_by_function|total|total'
            when fact.form = 'income_by_function' then 'income_by_function|total|total'
            when fact.form = 'expenditure_by_function' then 'expenditure_by_function|total|total'
        end as whole
    from "intermediate"."int_text_fact" as fact
    inner join "intermediate"."int_text_amount" as amount
        on fact.filing_id = amount.filing_id and fact.subject = amount.subject and amount.source = 'text'
            and fact.paragraph_no = amount.paragraph_no and amount.aspect = 'final'
    where fact.is_current and fact.aspect = 'share' and fact.unit = '%' and fact.subject <> whole
    qualify row_number() over (partition by fact.filing_id, fact.fact_no order by amount.number asc, amount.low asc) = 1
),
total as (
    select filing_id, subject, low, high
    from "intermediate"."int_text_amount"
    where aspect = 'final'
    qualify row_number() over (partition by filing_id, subject order by source asc, number asc) = 1
),
added as (
    select
        filing_id,
        section,
        whole,
        sum(value) as shares,
        count(*) as n,
        sum(part_low) as parts_low,
        sum(part_high) as parts_high,
        sum(1.0 / power(10, decimals)) / 2 as allowed,
        arg_min(fact_no, fact_no) as fact_no
    from share
    where not (whole = 'general_budget_by_function|total|total' and length(row_key) <> 3)
    group by filing_id, section, whole
)
select
    'N-SHARESUM' as rule_id,
    fact.filing_id,
    'fact|' || fact.fact_no as statement_key,
    regexp_replace(regexp_replace(cast(added.shares as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || '%' as printed,
    cast(fact.value as double) as printed_value,
    fact.unit,
    fact.form,
    fact.row_key,
    fact.measure,
    fact.spoken as name,
    fact.sentence,
    fact.page,
    fact.line_no,
    '100%' as expected,
    case
        when added.n < 2 or added.parts_low >= total.high or added.parts_high <= total.low then 'not_evaluated'
        when added.shares = 100 then 'exact'
        when abs(added.shares - 100) <= added.allowed then 'rounding'
        else 'fail'
    end as verdict
from added
inner join total on added.filing_id = total.filing_id and added.whole = total.subject
inner join "intermediate"."int_text_fact" as fact on added.filing_id = fact.filing_id and added.fact_no = fact.fact_no
),  __dbt__cte__rule_n_budrate as (
-- The rate of completion is what was spent over the budget, within the rounding of both.
select
    'N-BUDRATE' as rule_id,
    fact.filing_id,
    'fact|' || fact.fact_no as statement_key,
    fact.shown as printed,
    cast(fact.value as double) as printed_value,
    fact.unit,
    fact.form,
    fact.row_key,
    fact.measure,
    fact.spoken as name,
    fact.sentence,
    fact.page,
    fact.line_no,
    ratio.expected,
    ratio.verdict,
    ratio.ratio_low as expected_low,
    ratio.ratio_high as expected_high,
    ratio.operands
from "intermediate"."int_text_ratio" as ratio
inner join "intermediate"."int_text_fact" as fact on ratio.filing_id = fact.filing_id and ratio.fact_no = fact.fact_no
where ratio.aspect = 'completion'
),  __dbt__cte__rule_n_sum_budget as (
-- The initial budgets of all rows that the text lists make the total budget.
with named as (
    select *
    from "intermediate"."int_text_fact"
    where is_current and form = 'general_budget_by_function' and measure = 'total' and number is not null
),
told as (
    select distinct filing_id, paragraph_no from named where aspect = 'budget' and coalesce(row_key, '') <> 'total'
),
spent as (
    select named.*
    from named
    inner join told on named.filing_id = told.filing_id and named.paragraph_no = told.paragraph_no
    where named.aspect = 'final' and coalesce(named.row_key, '') <> 'total'
    qualify row_number() over (partition by named.filing_id, named.subject order by named.fact_no asc) = 1
),
listed as (
    select spent.*
    from spent
    anti join spent as higher
        on spent.filing_id = higher.filing_id and starts_with(spent.row_key, higher.row_key)
            and spent.row_key <> higher.row_key
),
claim as (
    select *
    from named
    where row_key = 'total' and aspect = 'budget'
    qualify row_number() over (partition by filing_id order by fact_no asc) = 1
),
total as (
    select filing_id, low, high
    from "intermediate"."int_text_amount"
    where subject = 'general_budget_by_function|total|total' and aspect = 'final'
    qualify row_number() over (partition by filing_id order by source asc, number asc) = 1
),
part as (
    select *
    from named
    where aspect = 'budget'
    qualify row_number() over (partition by filing_id, subject order by fact_no asc) = 1
),
added as (
    select
        listed.filing_id,
        count(*) as n,
        count(part.number) as n_parts,
        sum(listed.low) as spent_low,
        sum(listed.high) as spent_high,
        sum(part.number) as parts,
        sum(part.high - part.low) as parts_width,
        list(struct_pack(
        role := cast('operand' as varchar), filing_id := cast(part.filing_id as varchar),
        form := cast(part.form as varchar), row_key := cast(part.row_key as varchar),
        measure := cast(part.measure as varchar), row_label := cast(part.spoken as varchar),
        printed := cast(part.shown as varchar), printed_cny := cast(part.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(part.page as bigint),
        sheet := cast(null as varchar), table_no := cast(null as bigint),
        row_no := cast(null as bigint), col_no := cast(null as bigint),
        line_no := cast(part.line_no as bigint)
    ) order by part.fact_no) filter (where part.number is not null) as operands
    from listed
    left join part on listed.filing_id = part.filing_id and listed.subject = part.subject
    group by listed.filing_id
)
select
    'N-SUM-BUDGET' as rule_id,
    claim.filing_id,
    'fact|' || claim.fact_no as statement_key,
    claim.shown as printed,
    cast(claim.value as double) as printed_value,
    claim.unit,
    claim.form,
    claim.row_key,
    claim.measure,
    claim.spoken as name,
    claim.sentence,
    claim.page,
    claim.line_no,
    regexp_replace(regexp_replace(cast(cast(added.parts / claim.factor as decimal(24, 6)) as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || coalesce(claim.unit, '') as expected,
    case
        when added.n < 2 or added.n_parts < added.n then 'not_evaluated'
        when added.spent_low >= total.high or added.spent_high <= total.low then 'not_evaluated'
        when added.parts = claim.number then 'exact'
        when abs(added.parts - claim.number) * 2 < added.parts_width + claim.high - claim.low then 'rounding'
        else 'fail'
    end as verdict,
    cast((added.parts - added.parts_width / 2) / claim.factor as double) as expected_low,
    cast((added.parts + added.parts_width / 2) / claim.factor as double) as expected_high,
    added.operands
from claim
inner join added on claim.filing_id = added.filing_id
inner join total on claim.filing_id = total.filing_id
),  __dbt__cte__rule_n_yoy_pct as (
-- Growth in percent is the change over what there was before: current amount less change.
select
    'N-YOY-PCT' as rule_id,
    fact.filing_id,
    'fact|' || fact.fact_no as statement_key,
    fact.shown as printed,
    cast(fact.value as double) as printed_value,
    fact.unit,
    fact.form,
    fact.row_key,
    fact.measure,
    fact.spoken as name,
    fact.sentence,
    fact.page,
    fact.line_no,
    ratio.expected,
    ratio.verdict,
    ratio.ratio_low as expected_low,
    ratio.ratio_high as expected_high,
    ratio.operands
from "intermediate"."int_text_ratio" as ratio
inner join "intermediate"."int_text_fact" as fact on ratio.filing_id = fact.filing_id and ratio.fact_no = fact.fact_no
where ratio.aspect = 'growth'
),  __dbt__cte__rule_n_sum_delta as (
-- The changes of all rows that the text lists make the total change, unless a row ended: to be looked at, no more.
with named as (
    select *
    from "intermediate"."int_text_fact"
    where is_current and form = 'general_budget_by_function' and measure = 'total' and number is not null
),
told as (
    select distinct filing_id, paragraph_no from named where aspect = 'delta' and coalesce(row_key, '') <> 'total'
),
spent as (
    select named.*
    from named
    inner join told on named.filing_id = told.filing_id and named.paragraph_no = told.paragraph_no
    where named.aspect = 'final' and coalesce(named.row_key, '') <> 'total'
    qualify row_number() over (partition by named.filing_id, named.subject order by named.fact_no asc) = 1
),
listed as (
    select spent.*
    from spent
    anti join spent as higher
        on spent.filing_id = higher.filing_id and starts_with(spent.row_key, higher.row_key)
            and spent.row_key <> higher.row_key
),
claim as (
    select *
    from named
    where row_key = 'total' and aspect = 'delta'
    qualify row_number() over (partition by filing_id order by fact_no asc) = 1
),
total as (
    select filing_id, low, high
    from "intermediate"."int_text_amount"
    where subject = 'general_budget_by_function|total|total' and aspect = 'final'
    qualify row_number() over (partition by filing_id order by source asc, number asc) = 1
),
part as (
    select *
    from named
    where aspect = 'delta'
    qualify row_number() over (partition by filing_id, subject order by fact_no asc) = 1
),
added as (
    select
        listed.filing_id,
        count(*) as n,
        count(part.number) as n_parts,
        sum(listed.low) as spent_low,
        sum(listed.high) as spent_high,
        sum(part.number) as parts,
        sum(part.high - part.low) as parts_width,
        list(struct_pack(
        role := cast('operand' as varchar), filing_id := cast(part.filing_id as varchar),
        form := cast(part.form as varchar), row_key := cast(part.row_key as varchar),
        measure := cast(part.measure as varchar), row_label := cast(part.spoken as varchar),
        printed := cast(part.shown as varchar), printed_cny := cast(part.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(part.page as bigint),
        sheet := cast(null as varchar), table_no := cast(null as bigint),
        row_no := cast(null as bigint), col_no := cast(null as bigint),
        line_no := cast(part.line_no as bigint)
    ) order by part.fact_no) filter (where part.number is not null) as operands
    from listed
    left join part on listed.filing_id = part.filing_id and listed.subject = part.subject
    group by listed.filing_id
)
select
    'N-SUM-DELTA' as rule_id,
    claim.filing_id,
    'fact|' || claim.fact_no as statement_key,
    claim.shown as printed,
    cast(claim.value as double) as printed_value,
    claim.unit,
    claim.form,
    claim.row_key,
    claim.measure,
    claim.spoken as name,
    claim.sentence,
    claim.page,
    claim.line_no,
    regexp_replace(regexp_replace(cast(cast(added.parts / claim.factor as decimal(24, 6)) as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || coalesce(claim.unit, '') as expected,
    case
        when added.n < 2 or added.n_parts < added.n then 'not_evaluated'
        when added.spent_low >= total.high or added.spent_high <= total.low then 'not_evaluated'
        when added.parts = claim.number then 'exact'
        when abs(added.parts - claim.number) * 2 < added.parts_width + claim.high - claim.low then 'rounding'
        else 'fail'
    end as verdict,
    cast((added.parts - added.parts_width / 2) / claim.factor as double) as expected_low,
    cast((added.parts + added.parts_width / 2) / claim.factor as double) as expected_high,
    added.operands
from claim
inner join added on claim.filing_id = added.filing_id
inner join total on claim.filing_id = total.filing_id
),  __dbt__cte__rule_n_priorord as (
-- Last year's fiscal total, as this year's amount and change imply it, is within last year's grand total.
with prior as (
    select
        delta.*,
        spent.low - delta.high as prior_low,
        spent.high - delta.low as prior_high,
        regexp_replace(regexp_replace(cast(cast((spent.number - delta.number) / delta.factor as decimal(24, 6)) as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || delta.unit as prior_shown
    from "intermediate"."int_text_fact" as delta
    inner join "intermediate"."int_text_amount" as spent
        on delta.filing_id = spent.filing_id and delta.subject = spent.subject and spent.aspect = 'final'
    where
        delta.is_current and delta.aspect = 'delta' and delta.is_money
        and delta.row_key in ('income.grand_total', 'expenditure.grand_total')
    qualify row_number() over (
            partition by delta.filing_id, delta.subject order by delta.fact_no asc, spent.source desc, spent.number asc
        ) = 1
)
select
    'N-PRIORORD' as rule_id,
    fiscal.filing_id,
    'fact|' || fiscal.fact_no as statement_key,
    fiscal.prior_shown as printed,
    cast(fiscal.value as double) as printed_value,
    fiscal.unit,
    fiscal.form,
    fiscal.row_key,
    fiscal.measure,
    fiscal.spoken as name,
    fiscal.sentence,
    fiscal.page,
    fiscal.line_no,
    whole.prior_shown as expected,
    case
        when fiscal.prior_low > whole.prior_high then 'fail'
        when fiscal.prior_high <= whole.prior_low or fiscal.number = whole.number then 'exact'
        else 'rounding'
    end as verdict
from prior as fiscal
inner join prior as whole on fiscal.filing_id = whole.filing_id and fiscal.row_key = whole.row_key
where fiscal.form = 'appropriation_summary' and whole.form = 'income_expenditure_summary'
),  __dbt__cte__rule_n_list as (
-- What the text lists as parts of personnel and office expenditure: amounts that add up to it where the form prints no
-- other part, and no item that has no money in the form (such items are left out of the list).
with item as (
    select
        fact.*,
        case when left(fact.row_key, 3) in ('301', '303') then 'personnel_total' else 'office_total' end as group_key
    from "intermediate"."int_text_fact" as fact
    where
        fact.is_current and fact.form = 'basic_expenditure_by_economic' and fact.aspect = 'final' and fact.is_money
        and regexp_full_match(fact.row_key, '[0-9]{5}')
    qualify row_number() over (partition by fact.filing_id, fact.subject order by fact.fact_no asc) = 1
),
cell as (
    select
        *,
        case when left(row_key, 3) in ('301', '303') then 'personnel_total' else 'office_total' end as group_key,
        regexp_replace(regexp_replace(regexp_replace(
        translate(regexp_replace(row_label, '\s', '', 'g'), '（），：；', '(),:;'),
        '^([一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]|[0-9]+[.、])', ''
    ), '支出$', ''), '费用$', '费') as stem
    from "intermediate"."int_cell"
    where form = 'basic_expenditure_by_economic' and regexp_full_match(row_key, '[0-9]{5}')
),
unlisted as (
    select cell.filing_id, cell.group_key
    from cell
    anti join item on cell.filing_id = item.filing_id and cell.row_key = item.row_key
    where cell.state = 'unread' or (cell.state = 'printed' and cell.amount_cny <> 0)
    group by cell.filing_id, cell.group_key
),
added as (
    select
        filing_id,
        group_key,
        count(*) as n,
        sum(number) as parts,
        sum(low) as low,
        sum(high) as high,
        bool_or(is_unit_slip) as has_slip
    from item
    group by filing_id, group_key
),
total as (
    select *
    from "intermediate"."int_text_fact"
    where
        is_current and form = 'basic_expenditure_by_economic' and aspect = 'final' and is_money
        and row_key in ('personnel_total', 'office_total')
    qualify row_number() over (partition by filing_id, row_key order by fact_no asc) = 1
),
list as (
    select
        *,
        unnest(regexp_extract_all(flat, '(?:人员经费|公用经费)[^；;。]*?主要(?:包括|用于|是)[:：]?([^；;。]+)', 1)) as listed
    from "intermediate"."int_text"
    where kind = 'text'
),
named as (
    select
        * exclude (listed),
        unnest(string_split_regex(listed, '[、，,]')) as item_name
    from list
),
-- 货物、工程、服务 are all that is procured: no form need print them.
bought as (
    select
        filing_id,
        paragraph_no,
        sum(number) filter (where row_key <> 'procurement.total') as parts,
        sum(low) filter (where row_key <> 'procurement.total') as low,
        sum(high) filter (where row_key <> 'procurement.total') as high,
        bool_or(is_unit_slip) as has_slip,
        arg_min(fact_no, fact_no) filter (where row_key = 'procurement.total') as total_no
    from "intermediate"."int_text_fact"
    where
        is_current and aspect = 'final' and is_money
        and row_key in ('procurement.total', 'procurement.goods', 'procurement.works', 'procurement.services')
    group by filing_id, paragraph_no
    having count(distinct row_key) = 4 and count(*) = 4
),
hit as (
    select
        named.*,
        cell.row_key,
        cell.row_label,
        cell.state,
        cell.raw_text,
        cell.measure,
        cell.amount_cny,
        struct_pack(
        role := cast('operand' as varchar), filing_id := cast(cell.filing_id as varchar),
        form := cast(cell.form as varchar), row_key := cast(cell.row_key as varchar),
        measure := cast(cell.measure as varchar), row_label := cast(cell.row_label as varchar),
        printed := cast(cell.raw_text as varchar), printed_cny := cast(cell.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(cell.page as bigint),
        sheet := cast(cell.sheet as varchar), table_no := cast(cell.table_no as bigint),
        row_no := cast(cell.row_no as bigint), col_no := cast(cell.col_no as bigint),
        line_no := cast(cell.line_no as bigint)
    ) as cell_place
    from named
    inner join cell
        on named.filing_id = cell.filing_id
            and regexp_replace(regexp_replace(regexp_replace(
        translate(regexp_replace(named.item_name, '\s', '', 'g'), '（），：；', '(),:;'),
        '^([一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]|[0-9]+[.、])', ''
    ), '支出$', ''), '费用$', '费') = cell.stem
    where cell.state in ('printed', 'blank') and cell.stem <> '其他'
    -- A name that two codes bear (住房公积金 of the year before 2018) says nothing where either has money.
    qualify bool_and(cell.state = 'blank' or cell.amount_cny = 0) over (
            partition by named.filing_id, named.paragraph_no, named.item_name
        )
)
select
    'N-LIST' as rule_id,
    total.filing_id,
    'fact|' || total.fact_no as statement_key,
    total.shown as printed,
    cast(total.value as double) as printed_value,
    total.unit,
    total.form,
    total.row_key,
    total.measure,
    total.spoken as name,
    total.sentence,
    total.page,
    total.line_no,
    regexp_replace(regexp_replace(cast(cast(added.parts / total.factor as decimal(24, 6)) as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || total.unit as expected,
    case
        when added.has_slip then 'not_evaluated'
        when added.parts = total.number then 'exact'
        when added.low < total.high and added.high > total.low then 'rounding'
        when added.parts < total.number and unlisted.filing_id is not null then 'exact'
        else 'fail'
    end as verdict
from added
inner join total on added.filing_id = total.filing_id and added.group_key = total.row_key
left join unlisted on added.filing_id = unlisted.filing_id and added.group_key = unlisted.group_key
where added.n >= 2
union all by name
select
    'N-LIST' as rule_id,
    spent.filing_id,
    'fact|' || spent.fact_no as statement_key,
    spent.shown as printed,
    cast(spent.value as double) as printed_value,
    spent.unit,
    spent.form,
    spent.row_key,
    spent.measure,
    spent.spoken as name,
    spent.sentence,
    spent.page,
    spent.line_no,
    regexp_replace(regexp_replace(cast(cast(bought.parts / spent.factor as decimal(24, 6)) as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || spent.unit as expected,
    case
        when bought.has_slip then 'not_evaluated'
        when bought.parts = spent.number then 'exact'
        when bought.low < spent.high and bought.high > spent.low then 'rounding'
        else 'fail'
    end as verdict
from bought
inner join "intermediate"."int_text_fact" as spent
    on bought.filing_id = spent.filing_id and bought.total_no = spent.fact_no
union all by name
select
    'N-LIST' as rule_id,
    hit.filing_id,
    left(hit.text, 200) as sentence,
    hit.page,
    hit.sheet,
    hit.line_no,
    'item|' || paragraph_no || '|' || row_key as statement_key,
    'item|' || state as cluster,
    'basic_expenditure_by_economic' as form,
    row_key,
    measure,
    item_name as name,
    item_name as printed,
    case when state = 'blank' then '—' else raw_text end as expected,
    'fail' as verdict,
    case when state = 'blank' then 'info' end as severity,
    [cell_place] as operands
from hit
),  __dbt__cte__rule_n_unit as (
-- Every number carries its unit, and the right one: an amount that has the digits of its cell under another unit is a
-- slip of the unit; a rate without a percent sign is none; 万 for 万元 is a habit.
with slip as (
    select
        'N-UNIT' as rule_id,
    fact.filing_id,
    'fact|' || fact.fact_no as statement_key,
    fact.shown as printed,
    cast(fact.value as double) as printed_value,
    fact.unit,
    fact.form,
    fact.row_key,
    fact.measure,
    fact.spoken as name,
    fact.sentence,
    fact.page,
    fact.line_no,
        cell_text || cell_unit as expected,
        case when is_unit_slip then 'fail' else 'exact' end as verdict,
        [struct_pack(
        role := cast('operand' as varchar), filing_id := cast(filing_id as varchar),
        form := cast(form as varchar), row_key := cast(row_key as varchar),
        measure := cast(measure as varchar), row_label := cast(cell_label as varchar),
        printed := cast(cell_text as varchar), printed_cny := cast(cell_number as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(cell_page as bigint),
        sheet := cast(cell_sheet as varchar), table_no := cast(cell_table_no as bigint),
        row_no := cast(cell_row_no as bigint), col_no := cast(cell_col_no as bigint),
        line_no := cast(cell_line_no as bigint)
    )] as operands
    from "intermediate"."int_text_fact" as fact
    where is_current and is_money and cell_factor is not null and cell_number is not null
),
bare as (
    select
        *,
        unnest(regexp_extract_all(
            flat,
            '(?:增长|下降)(?:[1-9][0-9]*(?:[.][0-9]+)?|0[.][0-9]*[1-9][0-9]*)[。；，;）]|占[0-9]+[.][0-9]+[。；，;）]'
        )) as found
    from "intermediate"."int_text"
    where kind = 'text'
),
short as (
    select *, unnest(regexp_extract_all(flat, '[0-9][.][0-9]+万[（(，。；、,;]')) as found
    from "intermediate"."int_text"
    where kind = 'text'
)
select * from slip
union all by name
select
    'N-UNIT' as rule_id,
    bare.filing_id,
    left(bare.text, 200) as sentence,
    bare.page,
    bare.sheet,
    bare.line_no,
    'bare|' || paragraph_no || '|' || found as statement_key,
    regexp_replace(found, '[。；，;）]$', '') as printed,
    printed || '%' as expected,
    'fail' as verdict
from bare
union all by name
select
    'N-UNIT' as rule_id,
    short.filing_id,
    left(short.text, 200) as sentence,
    short.page,
    short.sheet,
    short.line_no,
    'short|' || paragraph_no || '|' || found as statement_key,
    'short' as cluster,
    left(found, length(found) - 1) as printed,
    printed || '元' as expected,
    'soft' as verdict,
    'info' as severity
from short
),  __dbt__cte__rule_n_zero_base as (
-- There is no rate on nothing: none of completion where the budget is zero, none of growth where there was nothing
-- the year before.
with rate as (
    select *
    from "intermediate"."int_text_fact"
    where is_current and has_digits and aspect in ('completion', 'growth') and coalesce(unit, '%') in ('%', '％')
),
base as (
    select
        rate.filing_id,
        rate.fact_no,
        budget.number
    from rate
    inner join "intermediate"."int_text_amount" as budget
        on rate.filing_id = budget.filing_id and rate.subject = budget.subject
            and budget.aspect in ('budget', 'adjusted_budget')
            and coalesce(budget.paragraph_no, rate.paragraph_no) = rate.paragraph_no
    where rate.aspect = 'completion'
    union all
    select rate.filing_id, rate.fact_no, 0 as number
    from rate
    inner join "intermediate"."int_form" as form on rate.filing_id = form.filing_id and rate.form = form.form
    where rate.aspect = 'completion' and rate.form = 'three_public' and form.status = 'empty'
    union all
    select rate.filing_id, rate.fact_no, spent.number - delta.number as number
    from rate
    inner join "intermediate"."int_text_amount" as delta
        on rate.filing_id = delta.filing_id and rate.subject = delta.subject and delta.aspect = 'delta'
            and rate.paragraph_no = delta.paragraph_no
    inner join "intermediate"."int_text_amount" as spent
        on rate.filing_id = spent.filing_id and rate.subject = spent.subject and spent.aspect = 'final'
    where rate.aspect = 'growth'
)
select
    'N-ZERO-BASE' as rule_id,
    fact.filing_id,
    'fact|' || fact.fact_no as statement_key,
    fact.shown as printed,
    cast(fact.value as double) as printed_value,
    fact.unit,
    fact.form,
    fact.row_key,
    fact.measure,
    fact.spoken as name,
    fact.sentence,
    fact.page,
    fact.line_no,
    'zero-base|' || coalesce(fact.section, '') as cluster,
    '—' as expected,
    case when max(abs(base.number)) = 0 then 'fail' else 'exact' end as verdict
from base
inner join "intermediate"."int_text_fact" as fact on base.filing_id = fact.filing_id and base.fact_no = fact.fact_no
group by all
),  __dbt__cte__rule_n_level_mix as (
-- An enumeration has one level: a row below another of the same paragraph, told as its equal (no level word, no 其中),
-- would be counted twice.
with spent as (
    select *
    from "intermediate"."int_text_fact"
    where is_current and aspect = 'final' and form = 'general_budget_by_function' and row_key <> 'total'
),
pair as (
    select
        lower.*,
        higher.spoken as above,
        higher.shown as above_shown,
        higher.line_no as above_line
    from spent as lower
    inner join spent as higher
        on lower.filing_id = higher.filing_id and lower.paragraph_no = higher.paragraph_no
            and lower.measure = higher.measure and lower.fact_no > higher.fact_no
            and starts_with(lower.row_key, higher.row_key) and length(lower.row_key) > length(higher.row_key)
    where lower.level is null and higher.level is null
    qualify row_number() over (partition by lower.filing_id, lower.fact_no order by length(higher.row_key) desc) = 1
),
judged as (
    select
        pair.*,
        -- What stands between the two in the text.
        split_part(split_part(text.flat, above, 2), pair.spoken, 1) as between_them,
        count(*) filter (where spent.level is null and length(spent.row_key) = 3) as n_classes
    from pair
    inner join "intermediate"."int_text" as text
        on pair.filing_id = text.filing_id and pair.paragraph_no = text.paragraph_no
    inner join spent on pair.filing_id = spent.filing_id and pair.paragraph_no = spent.paragraph_no
    group by all
)
select
    'N-LEVEL-MIX' as rule_id,
    judged.filing_id,
    'fact|' || judged.fact_no as statement_key,
    judged.shown as printed,
    cast(judged.value as double) as printed_value,
    judged.unit,
    judged.form,
    judged.row_key,
    judged.measure,
    judged.spoken as name,
    judged.sentence,
    judged.page,
    judged.line_no,
    above || ' ' || above_shown as expected,
    case
        when regexp_matches(between_them, '其中|包括|含') or regexp_matches(sentence, '其中|包括|含') then 'exact'
        when n_classes < 2 then 'not_evaluated'
        else 'fail'
    end as verdict
from judged
),  __dbt__cte__rule_n_dir as (
-- The words of direction agree with the numbers: an increase does not come with a decline in percent, and what is said
-- of final amount and budget (决算数小于预算数) is so.
with change as (
    select
        growth.*,
        delta.shown as delta_shown,
        delta.number as delta_number
    from "intermediate"."int_text_fact" as growth
    inner join "intermediate"."int_text_fact" as delta
        on growth.filing_id = delta.filing_id and growth.paragraph_no = delta.paragraph_no
            and growth.subject = delta.subject and delta.is_current
            and delta.aspect = case growth.aspect when 'growth' then 'delta' else 'budget_delta' end
    where
        growth.is_current and growth.aspect in ('growth', 'budget_growth') and growth.has_digits
        and delta.number is not null
        and not regexp_matches(growth.sentence, '[降减增长少加][（(](增|下|减)')
    qualify row_number() over (
            partition by growth.filing_id, growth.fact_no
            order by abs(growth.fact_no - delta.fact_no) asc, delta.fact_no asc
        ) = 1
),
subject as (
    select
        filing_id,
        paragraph_no,
        count(distinct subject) as n,
        arg_min(number, fact_no) filter (where aspect = 'final') as spent,
        arg_min(high - low, fact_no) filter (where aspect = 'final') as spent_width,
        arg_min(shown, fact_no) filter (where aspect = 'final') as spent_shown,
        arg_min(number, fact_no) filter (where aspect in ('budget', 'adjusted_budget')) as budget,
        arg_min(high - low, fact_no) filter (where aspect in ('budget', 'adjusted_budget')) as budget_width,
        arg_min(shown, fact_no) filter (where aspect in ('budget', 'adjusted_budget')) as budget_shown
    from "intermediate"."int_text_fact"
    where is_current and is_money and aspect in ('final', 'budget', 'adjusted_budget')
    group by filing_id, paragraph_no
),
word as (
    select
        text.*,
        subject.* exclude (filing_id, paragraph_no),
        regexp_extract(text.flat, '决算数?(小于|低于|大于|高于|等于|[同与](?:年初)?预算数?持平)', 1) as direction,
        (subject.spent_width + subject.budget_width) / 2 as allowed
    from "intermediate"."int_text" as text
    inner join subject on text.filing_id = subject.filing_id and text.paragraph_no = subject.paragraph_no
    where subject.n = 1 and subject.spent is not null and subject.budget is not null
)
select
    'N-DIR' as rule_id,
    change.filing_id,
    'fact|' || change.fact_no as statement_key,
    change.shown as printed,
    cast(change.value as double) as printed_value,
    change.unit,
    change.form,
    change.row_key,
    change.measure,
    change.spoken as name,
    change.sentence,
    change.page,
    change.line_no,
    delta_shown as expected,
    case
        when value = 0 and decimals = 0 and delta_number <> 0 then 'not_evaluated'
        when (value > 0 and delta_number < 0) or (value < 0 and delta_number > 0) then 'fail'
        else 'exact'
    end as verdict
from change
union all by name
select
    'N-DIR' as rule_id,
    word.filing_id,
    left(word.text, 200) as sentence,
    word.page,
    word.sheet,
    word.line_no,
    'word|' || paragraph_no as statement_key,
    direction as printed,
    spent_shown || ' / ' || budget_shown as expected,
    case
        when direction in ('小于', '低于') and spent - budget >= allowed then 'fail'
        when direction in ('大于', '高于') and budget - spent >= allowed then 'fail'
        when not direction in ('小于', '低于', '大于', '高于') and abs(spent - budget) >= allowed then 'fail'
        else 'exact'
    end as verdict,
    case when not direction in ('小于', '低于', '大于', '高于') then 'warn' end as severity
from word
where direction <> ''
),  __dbt__cte__rule_n_perf as (
-- The projects of each grade add up to the projects that evaluated themselves.
with fact as (
    select *
    from "intermediate"."int_text_fact"
    where is_current and form is null and number is not null and starts_with(row_key, 'performance.self_evaluation.')
),
total as (
    select *
    from fact
    where regexp_full_match(row_key, 'performance[.]self_evaluation[.]projects(_level_[0-9])?')
),
graded as (
    select filing_id, paragraph_no, sum(number) as n_graded, count(distinct row_key) as n_grades
    from fact
    where row_key like '%.grade.%'
    group by filing_id, paragraph_no
),
-- Where projects are told by level, each level and all of them may be what was graded.
judged as (
    select
        total.*,
        graded.n_graded,
        graded.n_grades,
        sum(total.number) over (partition by total.filing_id, total.paragraph_no) as n_all
    from total
    inner join graded on total.filing_id = graded.filing_id and total.paragraph_no = graded.paragraph_no
    qualify row_number() over (
            partition by total.filing_id, total.paragraph_no
            order by abs(total.number - graded.n_graded) asc, total.fact_no asc
        ) = 1
)
select
    'N-PERF' as rule_id,
    judged.filing_id,
    'fact|' || judged.fact_no as statement_key,
    judged.shown as printed,
    cast(judged.value as double) as printed_value,
    judged.unit,
    judged.form,
    judged.row_key,
    judged.measure,
    judged.spoken as name,
    judged.sentence,
    judged.page,
    judged.line_no,
    regexp_replace(regexp_replace(cast(n_graded as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') as expected,
    case
        when n_graded in (number, n_all) then 'exact'
        -- One or two grades of four are not all projects.
        when n_graded < number and n_grades < 3 then 'not_evaluated'
        else 'fail'
    end as verdict
from judged
),  __dbt__cte__rule_n_cars as (
-- The kinds of vehicles in the text add up to its total. Vehicles kept with fiscal money may be fewer or more than
-- those on the books: said, no more.
with fact as (
    select *
    from "intermediate"."int_text_fact"
    where is_current and number is not null and starts_with(row_key, 'vehicles.')
),
total as (
    select *
    from fact
    where row_key = 'vehicles.total'
    qualify row_number() over (partition by filing_id order by fact_no asc) = 1
),
kind as (
    select filing_id, paragraph_no, count(distinct row_key) as n_kinds, sum(number) as n
    from fact
    where row_key <> 'vehicles.total'
    group by filing_id, paragraph_no
),
kept as (
    select *
    from "intermediate"."int_text_fact"
    where is_current and number is not null and row_key = 'vehicle_operation.vehicles'
    qualify row_number() over (partition by filing_id order by fact_no asc) = 1
)
select
    'N-CARS' as rule_id,
    total.filing_id,
    'fact|' || total.fact_no as statement_key,
    total.shown as printed,
    cast(total.value as double) as printed_value,
    total.unit,
    total.form,
    total.row_key,
    total.measure,
    total.spoken as name,
    total.sentence,
    total.page,
    total.line_no,
    regexp_replace(regexp_replace(cast(kind.n as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || coalesce(total.unit, '') as expected,
    case
        when kind.n = total.number then 'exact'
        -- A list of some of the kinds is within the total.
        when kind.n < total.number and kind.n_kinds < 6 then 'exact'
        else 'fail'
    end as verdict,
    cast(null as varchar) as severity
from total
inner join kind on total.filing_id = kind.filing_id and total.paragraph_no = kind.paragraph_no
union all by name
select
    'N-CARS' as rule_id,
    kept.filing_id,
    'fact|' || kept.fact_no as statement_key,
    kept.shown as printed,
    cast(kept.value as double) as printed_value,
    kept.unit,
    kept.form,
    kept.row_key,
    kept.measure,
    kept.spoken as name,
    kept.sentence,
    kept.page,
    kept.line_no,
    total.shown as expected,
    case when kept.number = total.number then 'exact' else 'soft' end as verdict,
    'info' as severity
from kept
inner join total on kept.filing_id = total.filing_id
),  __dbt__cte__rule_n_name as (
-- A row of the text that is named by class, group and item bears the names under which the form prints its amount.
with chain as (
    select
        *,
        unnest(regexp_extract_all(flat, '[\p{Han}（）()、]{2,40}[（(]类[)）][^，。；（(]{0,3}[\p{Han}（）()、]{2,40}[（(]款[)）][\p{Han}（）()、]{2,40}[（(]项[)）]')) as chain,
        generate_subscripts(regexp_extract_all(flat, '[（(]项[)）]'), 1) as chain_no
    from "intermediate"."int_text"
    where
        kind in ('text', 'heading')
        and len(regexp_extract_all(flat, '[\p{Han}（）()、]{2,40}[（(]类[)）][^，。；（(]{0,3}[\p{Han}（）()、]{2,40}[（(]款[)）][\p{Han}（）()、]{2,40}[（(]项[)）]'))
        = len(regexp_extract_all(flat, '[（(]项[)）]'))
),
spent as (
    select
        *,
        row_number() over (partition by filing_id, paragraph_no order by fact_no asc) as chain_no,
        count(*) over (partition by filing_id, paragraph_no) as n_spent
    from "intermediate"."int_text_fact"
    where
        is_current and aspect = 'final' and is_money and number is not null
        and coalesce(form, 'general_budget_by_function') = 'general_budget_by_function'
),
told as (
    select
        chain.*,
        spent.number,
        spent.step,
        spent.shown,
        split_part(regexp_replace(chain.chain, '[（(](类|款|项)[)）]', '|', 'g'), '|', 1) as class_name,
        split_part(regexp_replace(chain.chain, '[（(](类|款|项)[)）]', '|', 'g'), '|', 2) as group_name,
        split_part(regexp_replace(chain.chain, '[（(](类|款|项)[)）]', '|', 'g'), '|', 3) as item_name,
        count(*) over (partition by chain.filing_id, chain.paragraph_no) as n_chains,
        spent.n_spent
    from chain
    inner join spent
        on chain.filing_id = spent.filing_id and chain.paragraph_no = spent.paragraph_no
            and chain.chain_no = spent.chain_no
),
row as (
    select
        cell.*,
        regexp_replace(
        translate(regexp_replace(cell.row_label, '\s', '', 'g'), '（），：；', '(),:;'),
        '^([一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]|[0-9]+[.、])', ''
    ) as item_label,
        regexp_replace(
        translate(regexp_replace(higher.row_label, '\s', '', 'g'), '（），：；', '(),:;'),
        '^([一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]|[0-9]+[.、])', ''
    ) as group_label,
        regexp_replace(
        translate(regexp_replace(top.row_label, '\s', '', 'g'), '（），：；', '(),:;'),
        '^([一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]|[0-9]+[.、])', ''
    ) as class_label
    from "intermediate"."int_cell" as cell
    inner join "intermediate"."int_cell" as higher
        on cell.filing_id = higher.filing_id and cell.form = higher.form and cell.measure = higher.measure
            and left(cell.row_key, 5) = higher.row_key
    inner join "intermediate"."int_cell" as top
        on cell.filing_id = top.filing_id and cell.form = top.form and cell.measure = top.measure
            and left(cell.row_key, 3) = top.row_key
    where
        cell.form = 'general_budget_by_function' and cell.measure = 'total' and cell.state = 'printed'
        and regexp_full_match(cell.row_key, '[0-9]{7}')
),
-- The row meant is the one row of the class that has the amount.
meant as (
    select
        told.*,
        row.row_key,
        row.row_label,
        row.item_label,
        row.group_label,
        row.measure,
        row.table_no,
        count(*) over (partition by told.filing_id, told.paragraph_no, told.chain_no) as n_rows,
        struct_pack(
        role := cast('operand' as varchar), filing_id := cast(row.filing_id as varchar),
        form := cast(row.form as varchar), row_key := cast(row.row_key as varchar),
        measure := cast(row.measure as varchar), row_label := cast(row.row_label as varchar),
        printed := cast(row.raw_text as varchar), printed_cny := cast(row.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(row.page as bigint),
        sheet := cast(row.sheet as varchar), table_no := cast(row.table_no as bigint),
        row_no := cast(row.row_no as bigint), col_no := cast(row.col_no as bigint),
        line_no := cast(row.line_no as bigint)
    ) as row_place
    from told
    inner join row
        on told.filing_id = row.filing_id and told.number = row.amount_cny
            -- 卫生健康（类） is 卫生健康支出.
            and ends_with(
                regexp_replace(regexp_replace(
        translate(regexp_replace(told.class_name, '\s', '', 'g'), '（），：；', '(),:;'),
        '^([一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]|[0-9]+[.、])', ''
    ), '支出$', ''), regexp_replace(row.class_label, '支出$', '')
            )
    where told.n_chains = told.n_spent and told.number <> 0
),
judged as (
    select
        *,
        regexp_replace(
        translate(regexp_replace(item_name, '\s', '', 'g'), '（），：；', '(),:;'),
        '^([一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]|[0-9]+[.、])', ''
    ) = item_label as is_item,
        regexp_replace(
        translate(regexp_replace(group_name, '\s', '', 'g'), '（），：；', '(),:;'),
        '^([一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]|[0-9]+[.、])', ''
    ) = group_label as is_group
    from meant
    -- Two rows with one amount: the one that bears the name, else none.
    where n_rows = 1 or is_item
)
select
    'N-NAME' as rule_id,
    judged.filing_id,
    left(judged.text, 200) as sentence,
    judged.page,
    judged.sheet,
    judged.line_no,
    'chain|' || paragraph_no || '|' || chain_no as statement_key,
    case when is_item and not is_group then 'group|' || group_label else 'item|' || row_key end as cluster,
    'general_budget_by_function' as form,
    row_key,
    measure,
    row_key || ' ' || row_label as name,
    case when is_item then group_name || '（款）' else item_name || '（项）' end as printed,
    case when is_item then group_label || '（款）' else item_label || '（项）' end as expected,
    case when is_item and is_group then 'exact' else 'fail' end as verdict,
    [row_place] as operands
from judged
),  __dbt__cte__rule_n_year as (
-- The text speaks of its own year: what the forms print for this year is not told as the amount of the year before, and
-- changes are against the year before.
with unchanged as (
    select distinct filing_id, subject
    from "intermediate"."int_text_fact"
    where is_current and aspect = 'delta' and number = 0
),
stale as (
    select
        fact.*,
        filing.fiscal_year,
        struct_pack(
        role := cast('operand' as varchar), filing_id := cast(cell.filing_id as varchar),
        form := cast(cell.form as varchar), row_key := cast(cell.row_key as varchar),
        measure := cast(cell.measure as varchar), row_label := cast(cell.row_label as varchar),
        printed := cast(cell.raw_text as varchar), printed_cny := cast(cell.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(cell.page as bigint),
        sheet := cast(cell.sheet as varchar), table_no := cast(cell.table_no as bigint),
        row_no := cast(cell.row_no as bigint), col_no := cast(cell.col_no as bigint),
        line_no := cast(cell.line_no as bigint)
    ) as cell_place,
        abs(fact.number - cell.amount_cny) * 2 < fact.step + cell.step_cny as is_of_this_year,
        -- Both years side by side: the amount did not change.
        count(*) filter (where other.is_current) over (partition by fact.filing_id, fact.fact_no) > 0 as is_told_beside
    from "intermediate"."int_text_fact" as fact
    inner join "staging"."stg_filing" as filing on fact.filing_id = filing.filing_id
    inner join "intermediate"."int_cell" as cell
        on fact.filing_id = cell.filing_id and fact.form = cell.form and fact.row_key = cell.row_key
            and fact.measure = cell.measure and cell.state = 'printed' and cell.occurrence = 1
    left join "intermediate"."int_text_fact" as other
        on fact.filing_id = other.filing_id and fact.subject = other.subject and fact.fact_no <> other.fact_no
            and fact.sentence = other.sentence and fact.number = other.number and other.aspect = 'final'
    where fact.is_prior and fact.aspect = 'final' and fact.is_money and fact.number <> 0
    qualify row_number() over (partition by fact.filing_id, fact.fact_no order by other.fact_no asc) = 1
),
changed as (
    select distinct filing_id, paragraph_no
    from "intermediate"."int_text_fact"
    where aspect in ('delta', 'growth')
),
base as (
    select
        text.*,
        filing.fiscal_year,
        unnest(regexp_extract_all(
            text.flat,
            '(?:与|比|较|同)([0-9]{4})年(?:度|初|末|底)?(?:同期|决算|支出|收入|总|数|的|相比|相|对比|增|减|持平|下降|上升|无|基本|各|，)', 1
        )) as found
    from "intermediate"."int_text" as text
    inner join changed on text.filing_id = changed.filing_id and text.paragraph_no = changed.paragraph_no
    inner join "staging"."stg_filing" as filing on text.filing_id = filing.filing_id
    where text.kind = 'text'
)
select
    'N-YEAR' as rule_id,
    stale.filing_id,
    'fact|' || stale.fact_no as statement_key,
    left(stale.period, 4) || '年 ' || stale.shown as printed,
    cast(stale.value as double) as printed_value,
    stale.unit,
    stale.form,
    stale.row_key,
    stale.measure,
    stale.spoken as name,
    stale.sentence,
    stale.page,
    stale.line_no,
    stale.fiscal_year || '年' as expected,
    case
        when stale.is_of_this_year and not stale.is_told_beside and unchanged.subject is null then 'fail'
        else 'exact'
    end as verdict,
    [stale.cell_place] as operands
from stale
left join unchanged on stale.filing_id = unchanged.filing_id and stale.subject = unchanged.subject
union all by name
select
    'N-YEAR' as rule_id,
    base.filing_id,
    left(base.text, 200) as sentence,
    base.page,
    base.sheet,
    base.line_no,
    concat_ws('|', 'base', paragraph_no, found) as statement_key,
    section as name,
    found || '年' as printed,
    (fiscal_year - 1) || '年' as expected,
    case when cast(found as integer) in (fiscal_year, fiscal_year - 1) then 'exact' else 'fail' end as verdict,
    cast(null as struct(
        role varchar, filing_id varchar, form varchar, row_key varchar, measure varchar, row_label varchar,
        printed varchar, printed_cny decimal(20, 2), proposal_cny decimal(20, 2), page bigint, sheet varchar,
        table_no bigint, row_no bigint, col_no bigint, line_no bigint
    )[]) as operands
from base
qualify row_number() over (partition by filing_id, paragraph_no, found order by found asc) = 1
),  __dbt__cte__rule_p_rate as (
-- The rate of execution is what was spent over the budget, within the rounding of both. A row that repeats the total
-- is the same claim again.
with printed as (
    select
        *,
        executed - step / 2 as least_spent,
        executed + step / 2 as most_spent,
        budget - step / 2 as least_budget,
        budget + step / 2 as most_budget
    from "intermediate"."int_project_money"
    where
        status = 'unread' or (status = 'read' and execution_rate is not null and executed is not null and budget > step)
),
rate as (
    select
        *,
        100 * cast(least_spent as double)
    / cast(case when least_spent >= 0 then most_budget else least_budget end as double) as low,
        100 * cast(most_spent as double)
    / cast(case when most_spent >= 0 then least_budget else most_budget end as double) as high
    from printed
)
select
    'P-RATE' as rule_id,
    rate.filing_id,
    'project_evaluation' as form,
    rate.page,
    rate.sheet,
    rate.table_no,
    rate.row_no as row_no,
    rate.line_no as line_no,
    'money|' || rate.project_no || '|' || rate.source || '|' || coalesce(rate.row_no, rate.line_no, 0)
        as statement_key,
    rate.source as row_key,
    rate.project as name,
    rate.col_no,
    rate.raw_text as sentence,
    concat_ws('|', 'money', filing_id, project_no, execution_rate, executed, budget) as cluster,
    'execution_rate' as measure,
    regexp_replace(regexp_replace(cast(execution_rate as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || '%' as printed,
    cast(cast(round((low + high) / 2, 2) as decimal(20, 2)) as varchar) || '%' as expected,
    cast(execution_rate as double) as printed_value,
    low as expected_low,
    high as expected_high,
    '%' as unit,
    case
        when status = 'unread' then 'not_evaluated'
        when abs(execution_rate - 100.0 * executed / budget) <= rate_step / 2 + 1e-9 then 'exact'
        when execution_rate + rate_step / 2 + 1e-9 >= low and execution_rate - rate_step / 2 - 1e-9 <= high
            then 'rounding'
        else 'fail'
    end as verdict
from rate
),  __dbt__cte__rule_p_bal as (
-- What is left is the budget less what was spent.
select
    'P-BAL' as rule_id,
    money.filing_id,
    'project_evaluation' as form,
    money.page,
    money.sheet,
    money.table_no,
    money.row_no as row_no,
    money.line_no as line_no,
    'money|' || money.project_no || '|' || money.source || '|' || coalesce(money.row_no, money.line_no, 0)
        as statement_key,
    money.source as row_key,
    money.project as name,
    money.col_no,
    money.raw_text as sentence,
    concat_ws('|', 'money', filing_id, project_no, balance, executed, budget) as cluster,
    'balance' as measure,
    regexp_replace(regexp_replace(cast(balance as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || coalesce(unit, '') as printed,
    regexp_replace(regexp_replace(cast(budget - executed as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || coalesce(unit, '') as expected,
    cast(balance as double) as printed_value,
    cast(budget - executed as double) as expected_low,
    expected_low as expected_high,
    unit,
    case
        when status = 'unread' then 'not_evaluated'
        when balance = budget - executed then 'exact'
        when abs(balance - (budget - executed)) * 2 < 3 * step then 'rounding'
        else 'fail'
    end as verdict
from "intermediate"."int_project_money" as money
where
    status = 'unread'
    or (status = 'read' and balance is not null and executed is not null and budget is not null)
),  __dbt__cte__rule_p_score as (
-- The total score is that of the indicators and of the execution; the score of execution is its weight times the rate.
-- Where a form does not print the weight of execution it is 10 beside indicators of 90.
with indicator as (
    select
        filing_id,
        project_no,
        sum(weight) as weights,
        sum(score) as scores,
        bool_or(score is null or status = 'unread') as is_open,
        1.0 / power(10, max(length(rtrim(split_part(cast(score as varchar), '.', 2), '0')))) as step,
        count(*) as n
    from "intermediate"."int_indicator"
    group by filing_id, project_no
),
scored as (
    select
        project.*,
        indicator.weights,
        indicator.scores,
        indicator.is_open,
        indicator.n,
        money.score as execution_score,
        money.execution_rate,
        coalesce(money.weight, case when indicator.weights = 90 then 10 end) as execution_weight,
        money.rate_step,
        1.0 / power(10, length(rtrim(split_part(cast(money.score as varchar), '.', 2), '0'))) as score_step,
        1.0 / power(10, length(rtrim(split_part(cast(project.total_score as varchar), '.', 2), '0'))) as total_step,
        indicator.step,
        money.raw_text,
        money.source,
        money.row_no as money_row_no,
        money.line_no as money_line_no
    from "intermediate"."int_project" as project
    inner join indicator on project.filing_id = indicator.filing_id and project.project_no = indicator.project_no
    left join "intermediate"."int_project_money" as money
        on project.filing_id = money.filing_id and project.project_no = money.project_no and money.is_whole
)
select
    'P-SCORE' as rule_id,
    filing_id,
    'total|' || project_no as statement_key,
    'project_evaluation' as form,
    'score' as measure,
    project as name,
    regexp_replace(regexp_replace(cast(total_score as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') as printed,
    regexp_replace(regexp_replace(cast(scores + case when weights = 100 then 0 else execution_score end as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') as expected,
    cast(total_score as double) as printed_value,
    page,
    sheet,
    table_no,
    score_row_no as row_no,
    score_line_no as line_no,
    case
        when is_open or (execution_score is null and weights <> 100) then 'not_evaluated'
        when total_score = scores + case when weights = 100 then 0 else execution_score end then 'exact'
        when abs(total_score - scores - case when weights = 100 then 0 else execution_score end)
            <= (total_step + score_step) / 2 + 1e-9 then 'rounding'
        else 'fail'
    end as verdict
from scored
where total_score is not null
union all by name
select
    'P-SCORE' as rule_id,
    filing_id,
    'execution|' || project_no as statement_key,
    'project_evaluation' as form,
    source as row_key,
    'score' as measure,
    project as name,
    regexp_replace(regexp_replace(cast(execution_score as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') as printed,
    cast(cast(round(least(execution_rate, 100) * execution_weight / 100.0, 2) as decimal(20, 2)) as varchar)
        as expected,
    cast(execution_score as double) as printed_value,
    raw_text as sentence,
    page,
    sheet,
    table_no,
    money_row_no as row_no,
    money_line_no as line_no,
    case
        when abs(execution_score - least(execution_rate, 100) * execution_weight / 100.0) <= score_step / 2 + 1e-9
            then 'exact'
        when abs(execution_score - least(execution_rate, 100) * execution_weight / 100.0)
            <= (score_step + rate_step * execution_weight / 100.0) / 2 + 1e-9 then 'rounding'
        -- Many scales give steps of points for bands of execution: a score that is not in proportion is no error then.
        when execution_rate >= 100 or execution_score > execution_weight then 'fail'
        else 'soft'
    end as verdict,
    case when execution_rate < 100 and execution_score <= execution_weight then 'warn' end as severity
from scored
where
    execution_score is not null and execution_rate is not null and execution_weight > 0 and not is_open
),  __dbt__cte__rule_p_weight as (
-- The points of the indicators and of the execution make 100: 90 beside the 10 of the execution, or all 100.
with indicator as (
    select
        filing_id,
        project_no,
        sum(weight) as weights,
        bool_or(weight is null or status = 'unread') as is_open
    from "intermediate"."int_indicator"
    group by filing_id, project_no
)
select
    'P-WEIGHT' as rule_id,
    project.filing_id,
    'project_evaluation' as form,
    project.page,
    project.sheet,
    project.table_no,
    project.score_row_no as row_no,
    project.score_line_no as line_no,
    'weight|' || project.project_no as statement_key,
    'weight' as measure,
    project.project as name,
    regexp_replace(regexp_replace(cast(indicator.weights as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') as printed,
    case
        when money.weight is not null then regexp_replace(regexp_replace(cast(100 - money.weight as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') else '90 / 100'
    end as expected,
    cast(indicator.weights as double) as printed_value,
    case
        when indicator.is_open then 'not_evaluated'
        when indicator.weights + coalesce(money.weight, 0) = 100 or indicator.weights = 100 then 'exact'
        when money.weight is null and indicator.weights = 90 then 'exact'
        else 'fail'
    end as verdict
from "intermediate"."int_project" as project
inner join indicator on project.filing_id = indicator.filing_id and project.project_no = indicator.project_no
left join "intermediate"."int_project_money" as money
    on project.filing_id = money.filing_id and project.project_no = money.project_no and money.is_whole
),  __dbt__cte__rule_p_sum as (
-- The money that the text gives for the self-evaluated projects is the sum of their forms, of what was spent or of the
-- budget, where the forms are as many as the text says.
with said as (
    select *
    from "intermediate"."int_text_fact"
    where
        is_current and is_money and number is not null
        and regexp_full_match(row_key, 'performance[.]self_evaluation[.](projects(_level_[0-9])?[.])?funds')
),
counted as (
    select filing_id, paragraph_no, sum(number) as n_said
    from "intermediate"."int_text_fact"
    where is_current and regexp_full_match(row_key, 'performance[.]self_evaluation[.]projects(_level_[0-9])?')
    group by filing_id, paragraph_no
),
money as (
    select
        money.filing_id,
        count(*) as n,
        sum(money.executed * units.factor_cny) as executed,
        sum(money.budget * units.factor_cny) as budget,
        sum(money.initial_budget * units.factor_cny) as initial_budget,
        sum(money.step * cast(units.factor_cny as double)) as width,
        count(money.executed) as n_executed,
        count(money.budget) as n_budget,
        count(money.initial_budget) as n_initial
    from "intermediate"."int_project_money" as money
    inner join "seeds"."units" as units on money.unit = units.unit and units.kind = 'money'
    where money.is_whole
    group by money.filing_id
),
total as (
    select
        said.*,
        sum(said.number) over (partition by said.filing_id) as claimed,
        sum(said.step) over (partition by said.filing_id) as claimed_step,
        counted.n_said,
        money.* exclude (filing_id)
    from said
    inner join money on said.filing_id = money.filing_id
    left join counted on said.filing_id = counted.filing_id and said.paragraph_no = counted.paragraph_no
    qualify row_number() over (partition by said.filing_id order by said.fact_no asc) = 1
)
select
    'P-SUM' as rule_id,
    total.filing_id,
    'fact|' || total.fact_no as statement_key,
    total.shown as printed,
    cast(total.value as double) as printed_value,
    total.unit,
    total.form,
    total.row_key,
    total.measure,
    total.spoken as name,
    total.sentence,
    total.page,
    total.line_no,
    regexp_replace(regexp_replace(cast(cast(executed / factor as decimal(24, 6)) as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || unit as expected,
    case
        when n_said is null or n_said <> n or n_executed < n then 'not_evaluated'
        when claimed = executed then 'exact'
        when abs(claimed - executed) * 2 < claimed_step + width then 'rounding'
        when n_budget = n and abs(claimed - budget) * 2 < claimed_step + width then 'rounding'
        when n_initial = n and abs(claimed - initial_budget) * 2 < claimed_step + width then 'rounding'
        else 'fail'
    end as verdict
from total
),  __dbt__cte__rule_p_count as (
-- The filing prints as many self-evaluation forms as the text says. More is a contradiction; fewer may be a choice.
with said as (
    select
        *,
        sum(number) over (partition by filing_id) as n_said
    from "intermediate"."int_text_fact"
    where is_current and regexp_full_match(row_key, 'performance[.]self_evaluation[.]projects(_level_[0-9])?')
    qualify row_number() over (partition by filing_id order by fact_no asc) = 1
),
form as (
    select filing_id, count(*) as n from "intermediate"."int_project" group by filing_id
)
select
    'P-COUNT' as rule_id,
    said.filing_id,
    'fact|' || said.fact_no as statement_key,
    said.shown as printed,
    cast(said.value as double) as printed_value,
    said.unit,
    said.form,
    said.row_key,
    said.measure,
    said.spoken as name,
    said.sentence,
    said.page,
    said.line_no,
    cast(form.n as varchar) as expected,
    case when form.n in (said.n_said, said.number) then 'exact' else 'fail' end as verdict,
    case
        when form.n < said.n_said then 'info'
        -- Forms may be more than the projects of an evaluation by others.
        when not contains(said.sentence, '自评') then 'warn'
    end as severity
from said
inner join form on said.filing_id = form.filing_id
),  __dbt__cte__rule_p_act_target as (
-- An indicator that missed its target does not have all its points. Reaching more than an exact target is a miss only
-- beyond 130 percent, from where guides take points off.
with numeric as (
    select
        *,
        coalesce(nullif(adjusted_target, ''), target) as aim
    from "intermediate"."int_indicator"
    where
        target_value is not null and actual_value is not null and weight > 0 and score is not null
        and target_operator in ('=', '≥', '≤', '>', '<', '＝')
        and coalesce(target_unit, '') = coalesce(actual_unit, '')
        and (adjusted_target is null or adjusted_target in ('', target))
)
select
    'P-ACT-TARGET' as rule_id,
    numeric.filing_id,
    'project_evaluation' as form,
    numeric.page,
    numeric.sheet,
    numeric.table_no,
    numeric.row_no as row_no,
    numeric.line_no as line_no,
    'indicator|' || numeric.project_no || '|' || numeric.indicator_no as statement_key,
    'actual' as measure,
    concat_ws('：', numeric.project, numeric.name) as name,
    actual as printed,
    aim as expected,
    cast(actual_value as double) as printed_value,
    cast(target_value as double) as expected_low,
    actual_unit as unit,
    concat_ws('/', regexp_replace(regexp_replace(cast(score as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', ''), regexp_replace(regexp_replace(cast(weight as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '')) as sentence,
    case
        when not is_full then 'exact'
        when target_operator in ('=', '＝') and actual_value < target_value then 'fail'
        when target_operator in ('=', '＝') and actual_value * 10 > target_value * 13 then 'fail'
        when target_operator in ('≥', '>') and actual_value < target_value then 'fail'
        when target_operator in ('≤', '<') and actual_value > target_value then 'fail'
        else 'exact'
    end as verdict
from numeric
),  __dbt__cte__rule_p_text_rate as (
-- The rate of execution in the text of a form is that of its table. Where the text is on money, it needs no other name.
with said as (
    select
        *,
        unnest(regexp_extract_all(
            flat, '(?:资金|预算|经费|预算资金|项目资金|预算执行)(?:使用率|执行率)(?:为|达到?|是|：|:)?[0-9]+(?:[.][0-9]+)?[%％]'
        )) as found
    from "intermediate"."int_project_words"
    union all
    select
        *,
        unnest(regexp_extract_all(flat, '(?:^|[，。；、,;])(执行率(?:为|达到?|是|：|:)?[0-9]+(?:[.][0-9]+)?[%％])', 1)) as found
    from "intermediate"."int_project_words"
    where regexp_matches(label || flat, '资金|预算|经费')
),
read as (
    select
        said.*,
        cast(regexp_extract(found, '([0-9]+(?:[.][0-9]+)?)[%％]$', 1) as double) as rate,
        1.0 / power(10, length(regexp_extract(found, '[0-9][.]([0-9]+)', 1))) as step,
        cast(money.execution_rate as double) as execution_rate,
        money.rate_step,
        struct_pack(
        role := cast('operand' as varchar), filing_id := cast(money.filing_id as varchar),
        form := cast('project_evaluation' as varchar), row_key := cast(money.source as varchar),
        measure := cast('execution_rate' as varchar), row_label := cast(money.source_label as varchar),
        printed := cast(money.raw_text as varchar), printed_cny := cast(null as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(money.page as bigint),
        sheet := cast(money.sheet as varchar), table_no := cast(money.table_no as bigint),
        row_no := cast(money.row_no as bigint), col_no := cast(null as bigint),
        line_no := cast(money.line_no as bigint)
    ) as money_place
    from said
    inner join "intermediate"."int_project_money" as money
        on said.filing_id = money.filing_id and said.project_no = money.project_no and money.is_whole
    where money.execution_rate is not null
)
select
    'P-TEXT-RATE' as rule_id,
    read.filing_id,
    'project_evaluation' as form,
    read.page,
    read.sheet,
    read.table_no,
    read.row_no as row_no,
    read.line_no as line_no,
    'words|' || read.project_no || '|' || read.text_no as statement_key,
    concat_ws('：', read.project, read.label) as name,
    read.text as sentence,
    found as printed,
    cast(cast(execution_rate as decimal(20, 2)) as varchar) || '%' as expected,
    rate as printed_value,
    execution_rate as expected_low,
    execution_rate as expected_high,
    '%' as unit,
    case
        when rate = execution_rate then 'exact'
        when abs(rate - execution_rate) <= (step + rate_step) / 2 then 'rounding'
        else 'fail'
    end as verdict,
    [money_place] as operands
from read
),  __dbt__cte__rule_p_text_satisf as (
-- A satisfaction in the text of a form that misses the target of its indicator does not go with all its points.
with said as (
    select
        *,
        unnest(regexp_extract_all(flat, '满意(?:度|率)(?:为|达到?|是|约为|：|:)?([0-9]+(?:[.][0-9]+)?)[%％]', 1)) as found
    from "intermediate"."int_project_words"
),
target as (
    select
        *,
        coalesce(case when target_value <= 100 then cast(target_value as double) end, cast(doubled_target as double))
            as aim
    from "intermediate"."int_indicator"
    where is_satisfaction
),
lowest as (
    select *
    from target
    where aim is not null
    qualify row_number() over (partition by filing_id, project_no order by aim asc, indicator_no asc) = 1
)
select
    'P-TEXT-SATISF' as rule_id,
    said.filing_id,
    'project_evaluation' as form,
    said.page,
    said.sheet,
    said.table_no,
    said.row_no as row_no,
    said.line_no as line_no,
    'words|' || said.project_no || '|' || said.text_no as statement_key,
    concat_ws('：', said.project, said.label) as name,
    said.text as sentence,
    said.found || '%' as printed,
    lowest.target as expected,
    cast(said.found as double) as printed_value,
    lowest.aim as expected_low,
    '%' as unit,
    case when cast(said.found as double) < lowest.aim and lowest.is_full then 'fail' else 'exact' end as verdict,
    [struct_pack(
        role := cast('operand' as varchar), filing_id := cast(lowest.filing_id as varchar),
        form := cast('project_evaluation' as varchar), row_key := cast(null as varchar),
        measure := cast('target' as varchar), row_label := cast(lowest.name as varchar),
        printed := cast(lowest.target as varchar), printed_cny := cast(null as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(lowest.page as bigint),
        sheet := cast(lowest.sheet as varchar), table_no := cast(lowest.table_no as bigint),
        row_no := cast(lowest.row_no as bigint), col_no := cast(null as bigint),
        line_no := cast(lowest.line_no as bigint)
    )] as operands
from said
inner join lowest on said.filing_id = lowest.filing_id and said.project_no = lowest.project_no
),  __dbt__cte__rule_p_garble as (
-- A rate or a share of satisfied people is within 100 percent: 9696 is a percent sign lost or read as digits.
with said as (
    select
        *,
        unnest([target, actual]) as shown,
        unnest(['target', 'actual']) as column_key
    from "intermediate"."int_indicator"
    where is_satisfaction or regexp_matches(name, '率$')
),
numbered as (
    select
        *,
        try_cast(
            regexp_extract(shown, '^[≤≥=<>＝]?\s*([0-9]+(?:[.][0-9]+)?)\s*[%％]?\s*$', 1) as decimal(20, 6)
        ) as number
    from said
)
select
    'P-GARBLE' as rule_id,
    numbered.filing_id,
    'project_evaluation' as form,
    numbered.page,
    numbered.sheet,
    numbered.table_no,
    numbered.row_no as row_no,
    numbered.line_no as line_no,
    'indicator|' || numbered.project_no || '|' || numbered.indicator_no as statement_key,
    'actual' as measure,
    concat_ws('：', numbered.project, numbered.name) as name,
    'indicator|' || project_no || '|' || indicator_no as cluster,
    shown as printed,
    '≤100%' as expected,
    cast(number as double) as printed_value,
    case
        when number is null then 'not_evaluated'
        when number <= 100 then 'exact'
        -- Rates of growth and of return may pass 100.
        when not is_satisfaction and number < 1000 then 'exact'
        else 'fail'
    end as verdict
from numbered
where number is not null
),  __dbt__cte__rule_p_dept_code as (
-- The forms of one filing name one competent department, unless several do: what one form alone says against all
-- others is to be looked at.
with counted as (
    select
        *,
        coalesce(competent_code, competent_name) as competent,
        count(*) over (partition by filing_id) as n_forms,
        count(*) over (partition by filing_id, coalesce(competent_code, competent_name)) as n_alike,
        mode(coalesce(competent_code, competent_name)) over (partition by filing_id) as usual
    from "intermediate"."int_project"
    where competent_code is not null or competent_name is not null
)
select
    'P-DEPT-CODE' as rule_id,
    counted.filing_id,
    'project_evaluation' as form,
    counted.page,
    counted.sheet,
    counted.table_no,
    competent_row_no as row_no,
    competent_line_no as line_no,
    'competent|' || project_no as statement_key,
    'competent|' || competent as cluster,
    'competent_code' as measure,
    project as name,
    concat_ws('-', competent_code, competent_name) as printed,
    usual as expected,
    case when competent <> usual and n_alike * 2 < n_forms - n_alike then 'fail' else 'exact' end as verdict
from counted
where n_forms >= 3
),  __dbt__cte__rule_p_copied_text as (
-- The texts of a form speak of the filer's own place: an organ of another county, or a mark of a collection of
-- sample texts (【篇四】), shows that a text was copied.
with region as (
    select
        region_code,
        name
    from "seeds"."region_codes"
    where status = '在用' and level = '县级' and length(name) between 3 and 7
),
organ as (
    select
        *,
        unnest(regexp_extract_all(flat, '[\p{Han}]{2,6}(?:市|县|区|旗|州)(?:委|政府|人民政府)')) as found
    from "intermediate"."int_project_words"
    where region_code is not null
),
-- What stands before the organ may end in the name of a place.
ending as (
    select
        *,
        regexp_replace(found, '(委|政府|人民政府)$', '') as before,
        unnest([3, 4, 5, 6, 7]) as n
    from organ
),
named as (
    select
        ending.*,
        region.name as place_name,
        region.region_code as place_code
    from ending
    inner join region on right(ending.before, ending.n) = region.name and length(ending.before) >= ending.n
),
place as (
    select
        * exclude (place_code, n),
        bool_or(
            left(place_code, 4) = left(region_code, 4)
            or (right(region_code, 4) = '0000' and left(place_code, 2) = left(region_code, 2))
        ) as is_own
    from named
    group by all
),
sample as (
    select *, unnest(regexp_extract_all(flat, '【篇[一二三四五六七八九十]】|【范文[^】]*】')) as found
    from "intermediate"."int_project_words"
),
hit as (
    select
        'P-COPIED-TEXT' as rule_id,
    place.filing_id,
    'project_evaluation' as form,
    place.page,
    place.sheet,
    place.table_no,
    place.row_no as row_no,
    place.line_no as line_no,
    'words|' || place.project_no || '|' || place.text_no as statement_key,
    concat_ws('：', place.project, place.label) as name,
    place.text as sentence,
        found as printed,
        'fail' as verdict
    from place
    where not is_own
    union all by name
    select
        'P-COPIED-TEXT' as rule_id,
    sample.filing_id,
    'project_evaluation' as form,
    sample.page,
    sample.sheet,
    sample.table_no,
    sample.row_no as row_no,
    sample.line_no as line_no,
    'words|' || sample.project_no || '|' || sample.text_no as statement_key,
    concat_ws('：', sample.project, sample.label) as name,
    sample.text as sentence,
        found as printed,
        'fail' as verdict
    from sample
)
select
    *,
    statement_key as cluster,
    '—' as expected
from hit
union all by name
select distinct 'P-COPIED-TEXT' as rule_id, looked.filing_id, 'whole' as statement_key, 'exact' as verdict
from "intermediate"."int_project_words" as looked
anti join hit on looked.filing_id = hit.filing_id
),  __dbt__cte__rule_p_anachronism as (
-- What a form says was done in its year does not name an event of an earlier one: the text was used before.
with hit as (
    select
        words.*,
        events.event,
        events.last_year
    from "intermediate"."int_project_words" as words
    inner join "seeds"."events" as events
        on words.fiscal_year > events.last_year and contains(words.flat, events.event)
)
select
    'P-ANACHRONISM' as rule_id,
    hit.filing_id,
    'project_evaluation' as form,
    hit.page,
    hit.sheet,
    hit.table_no,
    hit.row_no as row_no,
    hit.line_no as line_no,
    'words|' || hit.project_no || '|' || hit.text_no as statement_key,
    concat_ws('：', hit.project, hit.label) as name,
    hit.text as sentence,
    concat_ws('|', 'event', project_no, text_no) as cluster,
    event as printed,
    cast(last_year as varchar) as expected,
    'fail' as verdict
from hit
union all by name
select distinct 'P-ANACHRONISM' as rule_id, looked.filing_id, 'whole' as statement_key, 'exact' as verdict
from "intermediate"."int_project_words" as looked
anti join hit on looked.filing_id = hit.filing_id
),  __dbt__cte__rule_p_act_operator as (
-- What was reached is a measured value: ≤ or ≥ before it repeats the target.
select
    'P-ACT-OPERATOR' as rule_id,
    indicator.filing_id,
    'project_evaluation' as form,
    indicator.page,
    indicator.sheet,
    indicator.table_no,
    indicator.row_no as row_no,
    indicator.line_no as line_no,
    'indicator|' || indicator.project_no || '|' || indicator.indicator_no as statement_key,
    'actual' as measure,
    concat_ws('：', indicator.project, indicator.name) as name,
    'actual-operator' as cluster,
    actual as printed,
    '—' as expected,
    case when regexp_matches(actual, '^\s*(≤|≥|<|>|＜|＞|不超过|不少于|不低于|不高于)\s*[0-9]') then 'fail' else 'exact' end
        as verdict
from "intermediate"."int_indicator" as indicator
where actual is not null
),  __dbt__cte__rule_p_person_month as (
-- Pay by head: where heads, monthly pay and twelve months make the budget, what was spent is a number of payments.
with pay as (
    select
        heads.*,
        heads.target_value as n_heads,
        rate.target_value as monthly,
        money.executed * units.factor_cny as spent,
        money.budget * units.factor_cny as budget,
        money.raw_text
    from "intermediate"."int_indicator" as heads
    inner join "intermediate"."int_indicator" as rate
        on heads.filing_id = rate.filing_id and heads.project_no = rate.project_no
            and heads.indicator_no <> rate.indicator_no and coalesce(rate.target_unit, '元') in ('元', '元/月', '元/人')
    inner join "intermediate"."int_project_money" as money
        on heads.filing_id = money.filing_id and heads.project_no = money.project_no and money.is_whole
    inner join "seeds"."units" as units on money.unit = units.unit and units.kind = 'money'
    where
        heads.target_unit in ('人', '名') and rate.target_value > 0
        and heads.target_value * rate.target_value * 12 = money.budget * units.factor_cny
)
select
    'P-PERSON-MONTH' as rule_id,
    pay.filing_id,
    'project_evaluation' as form,
    pay.page,
    pay.sheet,
    pay.table_no,
    pay.row_no as row_no,
    pay.line_no as line_no,
    'indicator|' || pay.project_no || '|' || pay.indicator_no as statement_key,
    'executed' as measure,
    concat_ws('：', pay.project, pay.name) as name,
    regexp_replace(regexp_replace(cast(cast(spent as decimal(24, 6)) as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || '元' as printed,
    concat_ws(' × ', regexp_replace(regexp_replace(cast(n_heads as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', ''), regexp_replace(regexp_replace(cast(monthly as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', ''), '12') as expected,
    raw_text as sentence,
    case when spent % monthly = 0 then 'exact' else 'soft' end as verdict
from pay
),  __dbt__cte__rule_p_phantom_row as (
-- The rows of money in a form all bear a label: one without, that repeats another, would be counted twice.
select
    'P-PHANTOM-ROW' as rule_id,
    money.filing_id,
    'project_evaluation' as form,
    money.page,
    money.sheet,
    money.table_no,
    money.row_no as row_no,
    money.line_no as line_no,
    'money|' || money.project_no || '|' || money.source || '|' || coalesce(money.row_no, money.line_no, 0)
        as statement_key,
    money.source as row_key,
    money.project as name,
    money.col_no,
    money.raw_text as sentence,
    raw_text as printed,
    '—' as expected,
    case when status = 'repeated' then 'fail' else 'exact' end as verdict
from "intermediate"."int_project_money" as money
where status <> 'empty'
),  __dbt__cte__rule_d_name as (
-- The filing names its filer as itself. A part titled with the name less its county is another body's; a long name
-- with one other character is a misspelling.
with filer as (
    select
        filing_id,
        region_name,
        coalesce(case when scope = 'unit' then unit end, department) as full_name,
        -- Up to the name of the region: 上海市普陀区 of 上海市普陀区规划和自然资源局.
        left(full_name, strpos(full_name, region_name) + length(region_name) - 1) as prefix,
        substr(full_name, length(prefix) + 1) as core
    from "staging"."stg_filing"
    where is_current and contains(full_name, region_name)
),
known as (
    select *
    from filer
    where length(core) between 2 and 40
),
titled as (
    select
        text.*,
        known.* exclude (filing_id),
        regexp_replace(
            regexp_extract(text.flat, '^(?:第[一二三四五六七八九十]+部分)?([\p{Han}（）()、]{3,40})[0-9]{4}年?度?(?:部门|单位)?决算', 1),
            '(本级|机关|本部|（本级）|[(]本级[)])$', ''
        ) as found
    from "intermediate"."int_text" as text
    inner join known on text.filing_id = known.filing_id
    where text.kind in ('heading', 'caption', 'text') and length(text.flat) < 80
),
other as (
    select *
    from titled
    where
        found <> full_name and ends_with(found, core) and not contains(found, region_name)
        and regexp_full_match(left(found, length(found) - length(core)), '[\p{Han}]+[省市县区州盟旗]')
),
near as (
    select
        text.*,
        known.* exclude (filing_id),
        unnest(string_split(text.flat, known.prefix)[2:]) as rest
    from "intermediate"."int_text" as text
    inner join known on text.filing_id = known.filing_id
    where known.prefix <> '' and contains(text.flat, known.prefix) and length(known.core) >= 6
),
misspelt as (
    select
        *,
        prefix || left(rest, length(core)) as found
    from near
    where
        not starts_with(rest, core) and length(rest) >= length(core)
        and len(list_filter(range(1, length(core) + 1), lambda i: substr(rest, i, 1) <> substr(core, i, 1))) = 1
        and left(rest, 1) = left(core, 1) and substr(rest, length(core), 1) = right(core, 1)
),
hit as (
    select
        'D-NAME' as rule_id,
    other.filing_id,
    left(other.text, 200) as sentence,
    other.page,
    other.sheet,
    other.line_no,
        'title|' || paragraph_no as statement_key,
        found as printed,
        full_name as expected,
        'fail' as verdict,
        cast(null as varchar) as severity
    from other
    union all by name
    select
        'D-NAME' as rule_id,
    misspelt.filing_id,
    left(misspelt.text, 200) as sentence,
    misspelt.page,
    misspelt.sheet,
    misspelt.line_no,
        concat_ws('|', 'near', paragraph_no) as statement_key,
        found as printed,
        full_name as expected,
        'fail' as verdict,
        'warn' as severity
    from misspelt
)
select *, 'name|' || printed as cluster from hit
union all by name
select distinct 'D-NAME' as rule_id, known.filing_id, 'whole' as statement_key, 'exact' as verdict
from known
inner join "intermediate"."int_text" as text on known.filing_id = text.filing_id
anti join hit on known.filing_id = hit.filing_id
),  __dbt__cte__rule_d_kind_mix as (
-- A filing is the account of a department (部门决算) or of a unit (单位决算): its titles say one of the two.
with title as (
    select
        *,
        unnest(regexp_extract_all(flat, '[0-9]{4}年?度?(部门|单位)决算', 1)) as kind_word
    from "intermediate"."int_text"
    where kind in ('heading', 'caption', 'contents', 'text') and length(flat) <= 40
),
cover as (
    select
        filing_id,
        regexp_extract(regexp_replace(title, '\s', '', 'g'), '[0-9]{4}年?度?(部门|单位)决算', 1) as kind_word
    from "staging"."stg_filing"
    where is_current
),
own as (
    select
        title.filing_id,
        coalesce(nullif(cover.kind_word, ''), arg_min(title.kind_word, title.paragraph_no)) as own_word
    from title
    left join cover on title.filing_id = cover.filing_id
    group by title.filing_id, cover.kind_word
),
first as (
    select
        own.*,
        title.flat,
        title.page,
        title.line_no
    from own
    left join title on own.filing_id = title.filing_id and own.own_word = title.kind_word
    qualify row_number() over (partition by own.filing_id order by title.paragraph_no asc) = 1
)
select
    'D-KIND-MIX' as rule_id,
    title.filing_id,
    left(title.text, 200) as sentence,
    title.page,
    title.sheet,
    title.line_no,
    'title|' || title.paragraph_no as statement_key,
    'kind' as cluster,
    title.flat as printed,
    first.own_word || '决算' as expected,
    case when title.kind_word = first.own_word then 'exact' else 'fail' end as verdict,
    [struct_pack(
        role := cast('operand' as varchar), filing_id := cast(first.filing_id as varchar),
        form := cast(null as varchar), row_key := cast(null as varchar),
        measure := cast(null as varchar), row_label := cast(first.flat as varchar),
        printed := cast(first.flat as varchar), printed_cny := cast(null as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(first.page as bigint),
        sheet := cast(null as varchar), table_no := cast(null as bigint),
        row_no := cast(null as bigint), col_no := cast(null as bigint),
        line_no := cast(first.line_no as bigint)
    )] as operands
from title
inner join first on title.filing_id = first.filing_id
-- A title may say both (部门决算 and its 单位决算): one statement a paragraph and word.
qualify row_number() over (
        partition by title.filing_id, title.paragraph_no order by title.kind_word = first.own_word asc
    ) = 1
),  __dbt__cte__rule_t_template as (
-- Nothing of the template is left to choose or to fill in.
with hit as (
    select
        text.*,
        leftovers.leftover,
        leftovers.severity,
        unnest(regexp_extract_all(text.flat, leftovers.pattern)) as found
    from "intermediate"."int_text" as text
    inner join "seeds"."template_leftovers" as leftovers on regexp_matches(text.flat, leftovers.pattern)
    where text.kind in ('text', 'heading')
)
select
    'T-TEMPLATE' as rule_id,
    hit.filing_id,
    left(hit.text, 200) as sentence,
    hit.page,
    hit.sheet,
    hit.line_no,
    concat_ws('|', leftover, paragraph_no, found) as statement_key,
    'leftover|' || leftover as cluster,
    found as printed,
    '—' as expected,
    case when severity = 'info' then 'soft' else 'fail' end as verdict,
    severity
from hit
union all by name
select distinct 'T-TEMPLATE' as rule_id, looked.filing_id, 'whole' as statement_key, 'exact' as verdict
from "intermediate"."int_text" as looked
anti join hit on looked.filing_id = hit.filing_id
),  __dbt__cte__rule_t_missing as (
-- A sentence that ends inside a bracket lost its end.
with counted as (
    select
        *,
        len(regexp_extract_all(flat, '[（(]')) as n_open,
        len(regexp_extract_all(flat, '[）)]')) as n_closed,
        -- From the last bracket that opens.
        regexp_extract(flat, '([（(][^（()）]*)$', 1) as tail
    from "intermediate"."int_text"
    where kind = 'text' and regexp_matches(flat, '[。；：]$')
)
select
    'T-MISSING' as rule_id,
    counted.filing_id,
    left(counted.text, 200) as sentence,
    counted.page,
    counted.sheet,
    counted.line_no,
    'bracket|' || paragraph_no as statement_key,
    case when tail <> '' then right(tail, 40) else right(flat, 40) end as printed,
    '）' as expected,
    case when n_open > n_closed then 'fail' else 'exact' end as verdict
from counted
where n_open > 0
),  __dbt__cte__rule_t_heading as (
-- The parts that the table of contents lists are headings of the text.
with listed as (
    select
        *,
        regexp_extract(flat, '^第([一二三四五六七八九十]+)部分', 1) as part_no
    from "intermediate"."int_text"
    where kind = 'contents'
),
body as (
    select distinct filing_id, regexp_extract(flat, '第([一二三四五六七八九十]+)部分', 1) as part_no
    from "intermediate"."int_text"
    where kind <> 'contents'
)
select
    'T-HEADING' as rule_id,
    listed.filing_id,
    left(listed.text, 200) as sentence,
    listed.page,
    listed.sheet,
    listed.line_no,
    'part|' || part_no as statement_key,
    flat as printed,
    '—' as expected,
    case when body.filing_id is null then 'soft' else 'exact' end as verdict
from listed
left join body using (filing_id, part_no)
where part_no <> ''
),  __dbt__cte__rule_t_double as (
-- A section stands once.
with heading as (
    select
        *,
        row_number() over (partition by filing_id, part, flat order by paragraph_no asc) as n
    from "intermediate"."int_text"
    where kind = 'heading' and regexp_matches(flat, '^[一二三四五六七八九十]+、')
)
select
    'T-DOUBLE' as rule_id,
    heading.filing_id,
    left(heading.text, 200) as sentence,
    heading.page,
    heading.sheet,
    heading.line_no,
    'heading|' || paragraph_no as statement_key,
    flat as printed,
    '—' as expected,
    case when n > 1 then 'fail' else 'exact' end as verdict
from heading
),  __dbt__cte__rule_t_label as (
-- A code or class bears one name in all forms of a filing.
with label as (
    select distinct
        filing_id,
        key_kind,
        code,
        regexp_replace(
        translate(regexp_replace(row_label, '\s', '', 'g'), '（），：；', '(),:;'),
        '^([一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]|[0-9]+[.、])', ''
    ) as label,
        form,
        row_key,
        page,
        sheet,
        table_no,
        row_no,
        line_no
    from "intermediate"."int_cell"
    where code is not null and row_label <> '' and key_kind in ('line', 'function')
),
pair as (
    select
        later.*,
        first.label as first_label,
        first.form as first_form
    from label as later
    inner join label as first
        on later.filing_id = first.filing_id and later.code = first.code and later.table_no > first.table_no
    qualify row_number() over (
            partition by later.filing_id, later.code, later.table_no order by first.table_no asc, first.label asc
        ) = 1
)
select
    'T-LABEL' as rule_id,
    filing_id,
    concat_ws('|', code, table_no) as statement_key,
    'label' as cluster,
    form,
    row_key,
    code as name,
    label as printed,
    first_label as expected,
    page,
    sheet,
    table_no,
    row_no,
    line_no,
    case when label = first_label then 'exact' else 'soft' end as verdict
from pair
),  __dbt__cte__rule_t_typo as (
-- Misprints that no text means, from a list.
with hit as (
    select
        text.*,
        typos.wrong,
        typos.right_form
    from "intermediate"."int_text" as text
    inner join "seeds"."typos" as typos on contains(text.flat, typos.wrong)
    where text.kind in ('text', 'heading')
)
select
    'T-TYPO' as rule_id,
    hit.filing_id,
    left(hit.text, 200) as sentence,
    hit.page,
    hit.sheet,
    hit.line_no,
    concat_ws('|', wrong, paragraph_no) as statement_key,
    'typo|' || wrong as cluster,
    wrong as printed,
    right_form as expected,
    'soft' as verdict
from hit
union all by name
select distinct 'T-TYPO' as rule_id, looked.filing_id, 'whole' as statement_key, 'exact' as verdict
from "intermediate"."int_text" as looked
anti join hit on looked.filing_id = hit.filing_id
),  __dbt__cte__rule_y_prior as (
-- This year's amount less its change is what the filing of the year before prints: else one of the two was restated.
with change as (
    select
        delta.*,
        spent.number - delta.number as implied,
        spent.low - delta.high as implied_low,
        spent.high - delta.low as implied_high,
        cell.amount_cny as before,
        cell.step_cny as before_step,
        cell.raw_text || cell.unit as before_shown,
        [struct_pack(
        role := cast('operand' as varchar), filing_id := cast(spent.filing_id as varchar),
        form := cast(spent.form as varchar), row_key := cast(spent.row_key as varchar),
        measure := cast(spent.measure as varchar), row_label := cast(spent.name as varchar),
        printed := cast(spent.shown as varchar), printed_cny := cast(spent.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(spent.page as bigint),
        sheet := cast(spent.sheet as varchar), table_no := cast(spent.table_no as bigint),
        row_no := cast(spent.row_no as bigint), col_no := cast(spent.col_no as bigint),
        line_no := cast(spent.line_no as bigint)
    ), struct_pack(
        role := cast('neighbour' as varchar), filing_id := cast(cell.filing_id as varchar),
        form := cast(cell.form as varchar), row_key := cast(cell.row_key as varchar),
        measure := cast(cell.measure as varchar), row_label := cast(cell.row_label as varchar),
        printed := cast(cell.raw_text as varchar), printed_cny := cast(cell.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(cell.page as bigint),
        sheet := cast(cell.sheet as varchar), table_no := cast(cell.table_no as bigint),
        row_no := cast(cell.row_no as bigint), col_no := cast(cell.col_no as bigint),
        line_no := cast(cell.line_no as bigint)
    )] as operands
    from "intermediate"."int_text_fact" as delta
    inner join "intermediate"."int_text_amount" as spent
        on delta.filing_id = spent.filing_id and delta.subject = spent.subject and spent.aspect = 'final'
    inner join "staging"."stg_filing" as filing on delta.filing_id = filing.filing_id
    inner join "staging"."stg_filing" as last
        on filing.department_id = last.department_id and filing.scope is not distinct from last.scope
            and filing.fiscal_year = last.fiscal_year + 1 and last.is_current
    inner join "intermediate"."int_cell" as cell
        on last.filing_id = cell.filing_id and delta.form = cell.form and delta.row_key = cell.row_key
            and delta.measure = cell.measure and cell.state = 'printed' and cell.occurrence = 1
    where delta.is_current and delta.aspect = 'delta' and delta.is_money
    qualify row_number() over (
            partition by delta.filing_id, delta.fact_no
            order by abs(spent.number - delta.number - cell.amount_cny) asc, spent.source asc, spent.number asc
        ) = 1
)
select
    'Y-PRIOR' as rule_id,
    change.filing_id,
    'fact|' || change.fact_no as statement_key,
    regexp_replace(regexp_replace(cast(cast(implied / factor as decimal(24, 6)) as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '') || coalesce(unit, '') as printed,
    cast(change.value as double) as printed_value,
    change.unit,
    change.form,
    change.row_key,
    change.measure,
    change.spoken as name,
    change.sentence,
    change.page,
    change.line_no,
    before_shown as expected,
    case
        when implied = before then 'exact'
        when implied_low < before + before_step / 2 and implied_high > before - before_step / 2 then 'rounding'
        else 'fail'
    end as verdict,
    cast(before / factor as double) as expected_low,
    expected_low as expected_high,
    operands
from change
),  __dbt__cte__rule_y_pct as (
-- Growth in percent is that over what the filing of the year before prints.
with growth as (
    select
        rate.*,
        abs(cast(rate.value as double)) as rate,
        1.0 / power(10, rate.decimals) as rate_step,
        cell.amount_cny - cell.step_cny / 2 as base_low,
        cell.amount_cny + cell.step_cny / 2 as base_high,
        100 * cast(spent.low as double)
    / cast(case when spent.low >= 0 then base_high else base_low end as double) - 100 as ratio_low,
        100 * cast(spent.high as double)
    / cast(case when spent.high >= 0 then base_low else base_high end as double) - 100 as ratio_high,
        [struct_pack(
        role := cast('operand' as varchar), filing_id := cast(spent.filing_id as varchar),
        form := cast(spent.form as varchar), row_key := cast(spent.row_key as varchar),
        measure := cast(spent.measure as varchar), row_label := cast(spent.name as varchar),
        printed := cast(spent.shown as varchar), printed_cny := cast(spent.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(spent.page as bigint),
        sheet := cast(spent.sheet as varchar), table_no := cast(spent.table_no as bigint),
        row_no := cast(spent.row_no as bigint), col_no := cast(spent.col_no as bigint),
        line_no := cast(spent.line_no as bigint)
    ), struct_pack(
        role := cast('neighbour' as varchar), filing_id := cast(cell.filing_id as varchar),
        form := cast(cell.form as varchar), row_key := cast(cell.row_key as varchar),
        measure := cast(cell.measure as varchar), row_label := cast(cell.row_label as varchar),
        printed := cast(cell.raw_text as varchar), printed_cny := cast(cell.amount_cny as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(cell.page as bigint),
        sheet := cast(cell.sheet as varchar), table_no := cast(cell.table_no as bigint),
        row_no := cast(cell.row_no as bigint), col_no := cast(cell.col_no as bigint),
        line_no := cast(cell.line_no as bigint)
    )] as operands
    from "intermediate"."int_text_fact" as rate
    inner join "intermediate"."int_text_amount" as spent
        on rate.filing_id = spent.filing_id and rate.subject = spent.subject and spent.aspect = 'final'
    inner join "staging"."stg_filing" as filing on rate.filing_id = filing.filing_id
    inner join "staging"."stg_filing" as last
        on filing.department_id = last.department_id and filing.scope is not distinct from last.scope
            and filing.fiscal_year = last.fiscal_year + 1 and last.is_current
    inner join "intermediate"."int_cell" as cell
        on last.filing_id = cell.filing_id and rate.form = cell.form and rate.row_key = cell.row_key
            and rate.measure = cell.measure and cell.state = 'printed' and cell.occurrence = 1
            and cell.amount_cny > cell.step_cny
    where rate.is_current and rate.aspect = 'growth' and rate.has_digits and coalesce(rate.unit, '%') in ('%', '％')
),
judged as (
    select
        *,
        -- Without its sign, as N-YOY-PCT.
        case when ratio_high < 0 then -ratio_high else ratio_low end as least_rate,
        case when ratio_high < 0 then -ratio_low else ratio_high end as most_rate
    from growth
)
select
    'Y-PCT' as rule_id,
    judged.filing_id,
    'fact|' || judged.fact_no as statement_key,
    judged.shown as printed,
    cast(judged.value as double) as printed_value,
    judged.unit,
    judged.form,
    judged.row_key,
    judged.measure,
    judged.spoken as name,
    judged.sentence,
    judged.page,
    judged.line_no,
    cast(cast(round((ratio_low + ratio_high) / 2, 2) as decimal(20, 2)) as varchar) || '%' as expected,
    case
        when abs(rate - (least_rate + most_rate) / 2) <= rate_step / 2 then 'exact'
        when rate + rate_step / 2 + 1e-9 >= least_rate and rate - rate_step / 2 - 1e-9 <= most_rate then 'rounding'
        else 'fail'
    end as verdict,
    ratio_low as expected_low,
    ratio_high as expected_high,
    operands
from judged
qualify row_number() over (
        partition by filing_id, fact_no order by list_position(['exact', 'rounding', 'fail'], verdict) asc, operands asc
    ) = 1
), said as (
    select
        cast(null as varchar) as rule_id,
        cast(null as varchar) as filing_id,
        cast(null as varchar) as statement_key,
        cast(null as varchar) as cluster,
        cast(null as varchar) as verdict,
        cast(null as varchar) as severity,
        cast(null as varchar) as printed,
        cast(null as varchar) as expected,
        cast(null as double) as printed_value,
        cast(null as double) as expected_low,
        cast(null as double) as expected_high,
        cast(null as varchar) as unit,
        cast(null as varchar) as form,
        cast(null as varchar) as row_key,
        cast(null as varchar) as measure,
        cast(null as varchar) as name,
        cast(null as varchar) as sentence,
        cast(null as bigint) as page,
        cast(null as varchar) as sheet,
        cast(null as bigint) as table_no,
        cast(null as bigint) as row_no,
        cast(null as bigint) as col_no,
        cast(null as bigint) as line_no,
        [struct_pack(
        role := cast(null as varchar), filing_id := cast(null as varchar),
        form := cast(null as varchar), row_key := cast(null as varchar),
        measure := cast(null as varchar), row_label := cast(null as varchar),
        printed := cast(null as varchar), printed_cny := cast(null as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(null as bigint),
        sheet := cast(null as varchar), table_no := cast(null as bigint),
        row_no := cast(null as bigint), col_no := cast(null as bigint),
        line_no := cast(null as bigint)
    )] as operands
    where false
    union all by name
    select * from __dbt__cte__rule_n_t
    union all by name
    select * from __dbt__cte__rule_n_share
    union all by name
    select * from __dbt__cte__rule_n_sharesum
    union all by name
    select * from __dbt__cte__rule_n_budrate
    union all by name
    select * from __dbt__cte__rule_n_sum_budget
    union all by name
    select * from __dbt__cte__rule_n_yoy_pct
    union all by name
    select * from __dbt__cte__rule_n_sum_delta
    union all by name
    select * from __dbt__cte__rule_n_priorord
    union all by name
    select * from __dbt__cte__rule_n_list
    union all by name
    select * from __dbt__cte__rule_n_unit
    union all by name
    select * from __dbt__cte__rule_n_zero_base
    union all by name
    select * from __dbt__cte__rule_n_level_mix
    union all by name
    select * from __dbt__cte__rule_n_dir
    union all by name
    select * from __dbt__cte__rule_n_perf
    union all by name
    select * from __dbt__cte__rule_n_cars
    union all by name
    select * from __dbt__cte__rule_n_name
    union all by name
    select * from __dbt__cte__rule_n_year
    union all by name
    select * from __dbt__cte__rule_p_rate
    union all by name
    select * from __dbt__cte__rule_p_bal
    union all by name
    select * from __dbt__cte__rule_p_score
    union all by name
    select * from __dbt__cte__rule_p_weight
    union all by name
    select * from __dbt__cte__rule_p_sum
    union all by name
    select * from __dbt__cte__rule_p_count
    union all by name
    select * from __dbt__cte__rule_p_act_target
    union all by name
    select * from __dbt__cte__rule_p_text_rate
    union all by name
    select * from __dbt__cte__rule_p_text_satisf
    union all by name
    select * from __dbt__cte__rule_p_garble
    union all by name
    select * from __dbt__cte__rule_p_dept_code
    union all by name
    select * from __dbt__cte__rule_p_copied_text
    union all by name
    select * from __dbt__cte__rule_p_anachronism
    union all by name
    select * from __dbt__cte__rule_p_act_operator
    union all by name
    select * from __dbt__cte__rule_p_person_month
    union all by name
    select * from __dbt__cte__rule_p_phantom_row
    union all by name
    select * from __dbt__cte__rule_d_name
    union all by name
    select * from __dbt__cte__rule_d_kind_mix
    union all by name
    select * from __dbt__cte__rule_t_template
    union all by name
    select * from __dbt__cte__rule_t_missing
    union all by name
    select * from __dbt__cte__rule_t_heading
    union all by name
    select * from __dbt__cte__rule_t_double
    union all by name
    select * from __dbt__cte__rule_t_label
    union all by name
    select * from __dbt__cte__rule_t_typo
    union all by name
    select * from __dbt__cte__rule_y_prior
    union all by name
    select * from __dbt__cte__rule_y_pct
)
select
    said.* exclude (statement_key, severity, cluster),
    -- What is hit twice in one place is two statements.
    said.statement_key || coalesce('#' || nullif(row_number() over (
        partition by said.rule_id, said.filing_id, said.statement_key
        order by said.printed asc, said.expected asc, said.name asc, said.verdict asc, said.line_no asc
    ), 1), '') as statement_key,
    coalesce(said.severity, rules.severity) as severity,
    coalesce(said.cluster, said.statement_key) as cluster
from said
inner join "seeds"."rules" as rules on said.rule_id = rules.rule_id
inner join "staging"."stg_filing" as filing on said.filing_id = filing.filing_id
where
    filing.fiscal_year between coalesce(rules.fy_from, 0) and coalesce(rules.fy_to, 9999)
    and (rules.scopes is null or list_contains(string_split(rules.scopes, ';'), filing.scope));

create table intermediate.int_finding_statement as
-- What the rules found in text and evaluation forms: one finding a rule and cluster, at its first place; the places of
-- its other hits and of the amounts that it compares are in `places`.
with failed as (
    select
        said.*,
        struct_pack(
        role := cast('named' as varchar), filing_id := cast(said.filing_id as varchar),
        form := cast(said.form as varchar), row_key := cast(said.row_key as varchar),
        measure := cast(said.measure as varchar), row_label := cast(said.name as varchar),
        printed := cast(said.printed as varchar), printed_cny := cast(null as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast(said.page as bigint),
        sheet := cast(said.sheet as varchar), table_no := cast(said.table_no as bigint),
        row_no := cast(said.row_no as bigint), col_no := cast(said.col_no as bigint),
        line_no := cast(said.line_no as bigint)
    ) as own_place,
        row_number() over (
            partition by said.filing_id, said.rule_id, said.cluster
            order by
                list_position(['error', 'warn', 'info'], said.severity) asc, said.page asc, said.line_no asc,
                said.row_no asc, said.statement_key asc
        ) as hit_no
    from "intermediate"."int_statement" as said
    where said.verdict in ('fail', 'soft')
),
clustered as (
    select
        filing_id,
        rule_id,
        cluster,
        count(*) as n_hits,
        list(own_place order by hit_no) as hits,
        flatten(list(operands order by hit_no) filter (where operands is not null)) as others
    from failed
    group by filing_id, rule_id, cluster
),
worded as (
    select
        first.*,
        clustered.n_hits,
        list_concat(clustered.hits, coalesce(clustered.others, [])) as places,
        rules.message_zh as template_zh,
        rules.message_en as template_en
    from failed as first
    inner join clustered
        on first.filing_id = clustered.filing_id and first.rule_id = clustered.rule_id
            and first.cluster = clustered.cluster
    inner join "seeds"."rules" as rules on first.rule_id = rules.rule_id
    where first.hit_no = 1
)
select
    worded.rule_id,
    'statement' as origin,
    worded.severity,
    worded.filing_id,
    filing.fiscal_year,
    filing.region_code,
    replace(replace(replace(replace(
        worded.template_en, '{name}', coalesce(worded.name, '')), '{printed}', coalesce(worded.printed, '')),
    '{expected}', coalesce(worded.expected, '')), '{sentence}', coalesce(left(worded.sentence, 80), ''))
    || case when worded.n_hits > 1 then '(' || worded.n_hits || ' places) ' else '' end as message_en,
    replace(replace(replace(replace(
        worded.template_zh, '{name}', coalesce(worded.name, '')), '{printed}', coalesce(worded.printed, '')),
    '{expected}', coalesce(worded.expected, '')), '{sentence}', coalesce(left(worded.sentence, 80), ''))
    || case when worded.n_hits > 1 then '（共 ' || worded.n_hits || ' 处）' else '' end as message_zh,
    worded.form,
    worded.row_key,
    worded.measure,
    worded.printed as raw_text,
    worded.expected,
    worded.unit,
    worded.page,
    worded.sheet,
    worded.table_no,
    worded.row_no,
    worded.col_no,
    worded.line_no,
    substr(md5(concat_ws('|', worded.filing_id, 'statement', worded.rule_id, worded.cluster)), 1, 16) as finding_id,
    worded.places
from worded
inner join "staging"."stg_filing" as filing on worded.filing_id = filing.filing_id;

create table audit.rule_result as
-- Every rule on every current filing, one row each. A rule never passes without an equation, or a statement of the
-- text, that was evaluated: it is `not_applicable` outside its years and scopes and where the filing prints nothing
-- that it speaks of, `not_evaluated` where a form, a cell, the text or the neighbour filing that it needs is missing.
-- `reason` says which.
with pair as (
    select
        rules.*,
        filing.filing_id,
        filing.fiscal_year,
        filing.region_code,
        filing.department_id,
        filing.scope
    from "staging"."stg_filing" as filing
    cross join "seeds"."rules" as rules
    where filing.is_current
),
needed as (
    select rule_id, unnest(string_split(forms, ';')) as form from "seeds"."rules"
),
form as (
    select
        needed.rule_id,
        filing.filing_id,
        bool_or(form.form is null) as is_absent,
        bool_or(coalesce(form.status, 'unusable') = 'unusable') as is_unusable
    from "staging"."stg_filing" as filing
    cross join needed
    left join "intermediate"."int_form" as form on filing.filing_id = form.filing_id and needed.form = form.form
    group by needed.rule_id, filing.filing_id
),
judgement as (
    select rule_id, filing_id, verdict, relation, difference_cny from "intermediate"."int_equation"
    union all by name
    select rule_id, filing_id, verdict from "intermediate"."int_statement"
),
has_text as (
    select distinct filing_id from "intermediate"."int_text"
),
counted as (
    select
        rule_id,
        filing_id,
        count(*) as n_equations,
        count(*) filter (where verdict = 'exact') as n_exact,
        count(*) filter (where verdict = 'vacuous') as n_vacuous,
        count(*) filter (where verdict = 'rounding') as n_rounding,
        count(*) filter (where verdict = 'soft') as n_soft,
        count(*) filter (where verdict = 'fail') as n_fail,
        count(*) filter (where verdict = 'not_evaluated') as n_not_evaluated,
        max(abs(difference_cny)) filter (
            where relation = '=' and verdict in ('rounding', 'soft', 'fail') or difference_cny > 0
        ) as max_difference_cny
    from judgement
    group by rule_id, filing_id
),
judged as (
    select
        pair.*,
        counted.* exclude (rule_id, filing_id),
        case
            when pair.fiscal_year < pair.fy_from or pair.fiscal_year > pair.fy_to then 'year'
            when pair.scopes is not null and pair.scope is null then 'scope_unknown'
            when not list_contains(string_split(pair.scopes, ';'), pair.scope) then 'scope'
            when counted.n_fail > 0 then 'contradiction'
            when form.is_absent and pair.when_absent = 'not_applicable' then 'form_absent'
            when form.is_unusable then 'form_missing'
            when pair.speaks_of = 'text' and has_text.filing_id is null then 'text_missing'
            when counted.n_not_evaluated > 0 then 'cell_missing'
            when counted.n_soft > 0 then 'soft_mismatch'
            when counted.n_rounding > 0 then 'rounding'
            when counted.n_equations > 0 then 'holds'
            when pair.needs_neighbour then 'neighbour_missing'
            else 'nothing_printed'
        end as reason
    from pair
    left join form on pair.rule_id = form.rule_id and pair.filing_id = form.filing_id
    left join has_text on pair.filing_id = has_text.filing_id
    left join counted on pair.rule_id = counted.rule_id and pair.filing_id = counted.filing_id
)
select
    rule_id,
    filing_id,
    fiscal_year,
    region_code,
    department_id,
    case
        when reason in ('contradiction', 'soft_mismatch') then 'fail'
        when reason in ('year', 'scope', 'form_absent', 'nothing_printed') then 'not_applicable'
        when reason in ('scope_unknown', 'form_missing', 'cell_missing', 'text_missing', 'neighbour_missing')
            then 'not_evaluated'
        when reason = 'rounding' then 'rounding'
        when reason = 'holds' then 'pass'
    end as status,
    reason,
    severity,
    coalesce(n_equations, 0) as n_equations,
    coalesce(n_exact, 0) as n_exact,
    coalesce(n_vacuous, 0) as n_vacuous,
    coalesce(n_rounding, 0) as n_rounding,
    coalesce(n_soft, 0) as n_soft,
    coalesce(n_fail, 0) as n_fail,
    coalesce(n_not_evaluated, 0) as n_not_evaluated,
    cast(max_difference_cny as decimal(20, 2)) as max_difference_cny
from judged
order by fiscal_year asc, region_code asc, department_id asc, filing_id asc, rule_id asc;
